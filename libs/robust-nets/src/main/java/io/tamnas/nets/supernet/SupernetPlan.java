package io.tamnas.nets.supernet;

import io.tamnas.nets.block.BlockPlan;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.SubnetLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parameters of a supernet and the networks they make up. Every block choice of every layer has
 * weights of its own, as wide as the layer's widest scale; a narrower path takes their first
 * channels.
 *
 * <p>A network of its own is a supernet of one path, whose parameters have the names that they have
 * in the supernet it comes from. Because no other path shares its normalizations, these have a
 * learned scale and shift, and remember statistics, which are parameters that are not trained.
 */
public final class SupernetPlan {
  private final SearchSpace space;
  private final NetworkScaling scaling;

  /** Of a supernet; its normalizations have no scale, shift or statistics of their own. */
  public SupernetPlan(SearchSpace space) {
    this(space, NetworkScaling.NONE);
  }

  private SupernetPlan(SearchSpace space, NetworkScaling scaling) {
    this.space = space;
    this.scaling = scaling;
  }

  /**
   * Of a network of its own.
   *
   * @throws IllegalArgumentException where the genotype is not of the space
   */
  public static SupernetPlan ofNetwork(SearchSpace space, Genotype genotype) {
    return new SupernetPlan(space.only(genotype), NetworkScaling.LEARNED);
  }

  /**
   * Checks that the networks of a space take the images of a data set and know its classes.
   *
   * @throws IllegalArgumentException naming both sides
   */
  public static void requireFit(SearchSpace space, Dataset dataset) {
    space.requireValid();
    if (!space.input().equals(dataset.shape()) || space.classes() != dataset.classes()) {
      throw new IllegalArgumentException(
          "the space is for %s and %d classes, but data set %s has %s and %d classes"
              .formatted(
                  space.input(),
                  space.classes(),
                  dataset.name(),
                  dataset.shape(),
                  dataset.classes()));
    }
  }

  public SearchSpace space() {
    return space;
  }

  /** Which normalizations have a learned scale and shift. */
  public NetworkScaling scaling() {
    return scaling;
  }

  /** The first block of every layer at its widest; of a network of its own, that. */
  public NetworkPlan widest() {
    return path(genotype(layer -> 0));
  }

  /** The network of a genotype; its parameters are those of the supernet, or their beginnings. */
  public NetworkPlan path(Genotype genotype) {
    return network(space.subnet(genotype));
  }

  /** Every parameter in its full width, in a fixed order, those that are not trained first. */
  public List<Parameter> parameters() {
    NetworkPlan frame = network(List.of());
    List<Parameter> parameters =
        new ArrayList<>(List.of(frame.pixelMean(), frame.pixelDeviation()));
    parameters.addAll(statistics());
    parameters.addAll(frame.stem().parameters(scaling));
    for (SubnetLayer layer : everyChoice()) {
      parameters.addAll(BlockPlan.of(prefix(layer), layer).parameters(scaling));
    }
    NetworkPlan widest = widest();
    parameters.addAll(widest.head().parameters(scaling));
    parameters.add(widest.classifier());
    return parameters;
  }

  /** What the normalizations remember. */
  private List<Parameter> statistics() {
    return switch (scaling) {
      case NONE -> List.of();
      case LEARNED ->
          widest().units().stream()
              .flatMap(unit -> Stream.of(unit.runningMean(), unit.runningVariance()))
              .toList();
    };
  }

  /** Each layer with each of its blocks at the widest scale, layer by layer. */
  private List<SubnetLayer> everyChoice() {
    int blocks = space.layers().stream().mapToInt(layer -> layer.blocks().size()).max().orElse(0);
    List<List<SubnetLayer>> subnets =
        IntStream.range(0, blocks)
            .mapToObj(b -> genotype(layer -> Math.min(b, layer.blocks().size() - 1)))
            .map(space::subnet)
            .toList();
    return IntStream.range(0, space.layers().size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, space.layers().get(i).blocks().size())
                    .mapToObj(b -> subnets.get(b).get(i)))
        .toList();
  }

  /** The widest scales and chosen blocks. */
  private Genotype genotype(ToIntFunction<Layer> block) {
    List<Integer> genes = new ArrayList<>();
    space.layers().forEach(layer -> genes.add(block.applyAsInt(layer)));
    space.layers().forEach(layer -> genes.add(widest(layer)));
    return new Genotype(genes);
  }

  private static int widest(Layer layer) {
    return IntStream.range(0, layer.scales().size())
        .boxed()
        .max(Comparator.comparing(i -> layer.scales().get(i)))
        .orElseThrow();
  }

  private NetworkPlan network(List<SubnetLayer> layers) {
    return NetworkPlan.of(
            space.input(),
            space.stem(),
            layers,
            SupernetPlan::prefix,
            space.headWidth(),
            space.classes())
        .scaled(scaling);
  }

  /** Names of a layer's parameters begin so, such as {@code layers.3.shuffle5-se}. */
  private static String prefix(SubnetLayer layer) {
    return "layers." + layer.index() + "." + layer.block().text();
  }
}
