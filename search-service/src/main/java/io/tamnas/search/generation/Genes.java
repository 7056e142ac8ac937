package io.tamnas.search.generation;

import io.tamnas.space.Genotype;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Genotypes as text, such as {@code 0,3,1,9}: the key under which they are stored. */
public final class Genes {

  private Genes() {}

  public static String write(Genotype genotype) {
    return genotype.genes().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Reads what {@link #write} writes. */
  public static Genotype read(String text) {
    return new Genotype(Arrays.stream(text.split(",")).map(Integer::valueOf).toList());
  }
}
