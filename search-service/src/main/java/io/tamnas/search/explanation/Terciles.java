package io.tamnas.search.explanation;

import io.tamnas.space.Genotype;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Cuts measured subnets into size classes at the terciles of their parameter counts: small up to
 * the count that a third of them does not exceed, large above the one that two thirds do not.
 * Subnets of equal count are in one class, so classes can differ in size; an empty one is left out,
 * and where only one is left there is nothing to split.
 */
final class Terciles {

  private final List<Genotype> measured;
  private final ToLongFunction<Genotype> parameters;
  private final long smallest;
  private final long middle;

  private Terciles(List<Genotype> measured, ToLongFunction<Genotype> parameters) {
    this.measured = measured;
    this.parameters = parameters;
    List<Long> counts = measured.stream().map(parameters::applyAsLong).sorted().toList();
    smallest = counts.get((counts.size() + 2) / 3 - 1);
    middle = counts.get((2 * counts.size() + 2) / 3 - 1);
  }

  /** The members of each size class, the small ones first; none where there is nothing to split. */
  static List<Members> of(
      List<Genotype> front, List<Genotype> measured, ToLongFunction<Genotype> parameters) {
    return measured.isEmpty() ? List.of() : new Terciles(measured, parameters).split(front);
  }

  private List<Members> split(List<Genotype> front) {
    Map<SizeClass, List<Genotype>> all = bySize(measured);
    Map<SizeClass, List<Genotype>> best = bySize(front);
    return all.size() < 2
        ? List.of()
        : all.keySet().stream()
            .map(size -> new Members(size, of(best, size), of(all, size)))
            .toList();
  }

  private static List<Genotype> of(Map<SizeClass, List<Genotype>> genotypes, SizeClass size) {
    return Objects.requireNonNullElse(genotypes.get(size), List.of());
  }

  private Map<SizeClass, List<Genotype>> bySize(List<Genotype> genotypes) {
    Map<SizeClass, List<Genotype>> found = new TreeMap<>();
    for (Genotype genotype : genotypes) {
      found.computeIfAbsent(size(genotype), size -> new ArrayList<>()).add(genotype);
    }
    return found;
  }

  private SizeClass size(Genotype genotype) {
    long count = parameters.applyAsLong(genotype);
    if (count <= smallest) {
      return SizeClass.SMALL;
    }
    return count <= middle ? SizeClass.MEDIUM : SizeClass.LARGE;
  }
}
