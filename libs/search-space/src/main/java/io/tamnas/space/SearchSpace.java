package io.tamnas.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Every network that may be found: the fixed frame (stem, widths, strides, head) and each layer's
 * choices of block and channel scale. Any values can be put together; {@link #violations()} says
 * whether networks can be built of them, and the other methods expect that.
 *
 * @param classes that the networks tell apart
 * @param headWidth output channels of the last 1×1 convolution
 */
public record SearchSpace(
    InputShape input, int classes, Stem stem, List<Layer> layers, int headWidth) {
  public SearchSpace {
    layers = List.copyOf(layers);
  }

  /**
   * The space that a text describes, valid or not.
   *
   * @throws IllegalArgumentException naming the character, and what is expected there
   */
  public static SearchSpace parse(String text) {
    return new SpaceReader(text).read();
  }

  /**
   * The canonical text on one line, equal for equal spaces and read by {@link #parse}: {@code
   * input=3x32x32 classes=10 stem=8/1 layers=16/1(shuffle3,xception@0.2,2.0),16/1,32/2 head=64}. A
   * layer is written as width/stride and its choices, which are left out where they are the same as
   * the layer's before.
   */
  public String text() {
    return SpaceWriter.write(this);
  }

  /** Everything that is wrong with this space; empty where every genotype is a network. */
  public List<Violation> violations() {
    return SpaceCheck.of(this);
  }

  /**
   * This space.
   *
   * @throws IllegalArgumentException naming all violations, where there are any
   */
  public SearchSpace requireValid() {
    refuse("the search space is invalid", violations());
    return this;
  }

  /** How many choices each gene has: L block genes, then L channel genes. */
  public List<Integer> geneSizes() {
    List<Integer> sizes = new ArrayList<>(2 * layers.size());
    layers.forEach(layer -> sizes.add(layer.blocks().size()));
    layers.forEach(layer -> sizes.add(layer.scales().size()));
    return List.copyOf(sizes);
  }

  /** How many genotypes there are. */
  public BigInteger cardinality() {
    return geneSizes().stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** A genotype, each equally likely. */
  public Genotype draw(RandomGenerator random) {
    return new Genotype(geneSizes().stream().map(random::nextInt).toList());
  }

  /** Whether the genotype has a gene for every choice, each in range. */
  public boolean contains(Genotype genotype) {
    return violations(genotype).isEmpty();
  }

  /** Everything that keeps a genotype from being one of this space, by paths {@code genes/7}. */
  public List<Violation> violations(Genotype genotype) {
    return GenotypeCheck.of(this, genotype);
  }

  /**
   * The feature map that enters each layer, and last the one that leaves them all and enters the
   * head.
   */
  public List<FeatureMap> featureMaps() {
    List<FeatureMap> maps = new ArrayList<>(layers.size() + 1);
    FeatureMap map = input.map().through(stem.width(), stem.stride());
    maps.add(map);
    for (Layer layer : layers) {
      map = map.through(layer.width(), layer.stride());
      maps.add(map);
    }
    return List.copyOf(maps);
  }

  /**
   * The subnet that a genotype names, layer by layer.
   *
   * @throws IllegalArgumentException where the genotype has another length or an index out of
   *     range, naming each such gene
   */
  public List<SubnetLayer> subnet(Genotype genotype) {
    refuse("the genotype is not one of this search space", violations(genotype));
    int count = layers.size();
    List<FeatureMap> maps = featureMaps();
    List<SubnetLayer> subnet = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Layer layer = layers.get(i);
      BlockChoice block = layer.blocks().get(genotype.genes().get(i));
      ChannelScale scale = layer.scales().get(genotype.genes().get(count + i));
      subnet.add(layer.chosen(i, maps.get(i), block, scale));
    }
    return List.copyOf(subnet);
  }

  /**
   * The space of that network alone: every layer has one block and one channel scale.
   *
   * @throws IllegalArgumentException where the genotype is not one of this space
   */
  public SearchSpace only(Genotype genotype) {
    refuse("the genotype is not one of this search space", violations(genotype));
    int count = layers.size();
    List<Layer> chosen = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      chosen.add(layers.get(i).only(genotype.genes().get(i), genotype.genes().get(count + i)));
    }
    return new SearchSpace(input, classes, stem, chosen, headWidth);
  }

  private static void refuse(String what, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(
          violations.stream()
              .map(Violation::toString)
              .collect(Collectors.joining("; ", what + ": ", "")));
    }
  }
}
