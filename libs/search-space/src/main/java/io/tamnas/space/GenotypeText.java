package io.tamnas.space;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The readable form of the genotypes of one space: a word per layer, block and channel scale, such
 * as {@code shuffle3@0.6 xception-se@1.2 shuffle7@2.0}.
 */
public record GenotypeText(SearchSpace space) {

  private static final Pattern GAP = Pattern.compile("\\s+");

  /**
   * The words of a genotype, one space between them.
   *
   * @throws IllegalArgumentException where the space has no such genotype, naming each wrong gene
   */
  public String write(Genotype genotype) {
    List<Violation> violations = space.violations(genotype);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException("genotype " + violations.getFirst());
    }
    int count = space.layers().size();
    return IntStream.range(0, count)
        .mapToObj(i -> word(i, genotype.genes().get(i), genotype.genes().get(count + i)))
        .collect(Collectors.joining(" "));
  }

  private String word(int index, int block, int scale) {
    Layer layer = space.layers().get(index);
    return layer.blocks().get(block).text() + "@" + layer.scales().get(scale).text();
  }

  /**
   * The genotype of those words.
   *
   * @throws IllegalArgumentException naming the word that is wrong, and what the layer allows
   */
  public Genotype read(String text) {
    List<String> words = words(text);
    List<Integer> blocks = new ArrayList<>();
    List<Integer> scales = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String[] parts = parts(words.get(i), i);
      Layer layer = space.layers().get(i);
      blocks.add(index(layer.blocks().stream().map(BlockChoice::text).toList(), parts[0], i));
      scales.add(index(layer.scales().stream().map(ChannelScale::text).toList(), parts[1], i));
    }
    blocks.addAll(scales);
    return new Genotype(blocks);
  }

  private List<String> words(String text) {
    List<String> words = GAP.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    int right = space.layers().size();
    if (words.size() != right) {
      throw new IllegalArgumentException(
          "a genotype of this space has %s words, one per layer, not %s"
              .formatted(right, words.size()));
    }
    return words;
  }

  private static String[] parts(String word, int layer) {
    String[] parts = word.split("@", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "layer %s: a layer is written block@scale, such as shuffle3@0.6, not '%s'"
              .formatted(layer, word));
    }
    return parts;
  }

  private static int index(List<String> allowed, String word, int layer) {
    int index = allowed.indexOf(word);
    if (index < 0) {
      throw new IllegalArgumentException(
          "layer %s: '%s' is not among its choices %s"
              .formatted(layer, word, String.join(", ", allowed)));
    }
    return index;
  }
}
