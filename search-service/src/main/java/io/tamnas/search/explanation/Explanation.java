package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What a front has in common that the measured subnets as a whole have not: per layer how often
 * each block and channel scale is chosen, and what of that is more than chance. This is where the
 * method's guideline for design comes from (Xie et al. 2023, arXiv 2103.00363).
 *
 * @param groups the size classes, any size first
 * @param tests how many choices were tested
 * @param significant how many of them differ significantly
 * @param level the false discovery rate, {@link Significance#LEVEL}
 * @param leastTested a size class with fewer subnets on the front or beside it is not tested
 * @param guidelines the significant findings as advice
 * @param summary what was found, in a sentence
 * @param method how it was found, for the reader of a report
 */
@Schema(description = "What a front has in common that the measured subnets as a whole have not")
public record Explanation(
    @Schema(description = "The size classes, any size first") List<SizeGroup> groups,
    List<LayerUse> layers,
    @Schema(description = "How many choices were tested") int tests,
    @Schema(description = "How many of them differ significantly") int significant,
    @Schema(description = "The false discovery rate that is accepted", example = "0.05")
        double level,
    @Schema(description = "A class with fewer subnets on the front, or beside it, is not tested")
        int leastTested,
    @Schema(
            description =
                "The significant findings as advice; of several layers each was tested, not their union")
        List<Guideline> guidelines,
    @Schema(description = "What was found, in a sentence") String summary,
    @Schema(description = "How it was found") String method) {

  public Explanation {
    groups = List.copyOf(groups);
    layers = List.copyOf(layers);
    guidelines = List.copyOf(guidelines);
  }

  /**
   * Of a front among all subnets that were measured like it and could be on it; each genotype
   * counts once. One that breaks a constraint is never on the front, so among the measured ones it
   * would make the constraint itself a finding.
   *
   * @throws IllegalArgumentException where a genotype is not one of the space, or one of the front
   *     is not measured
   */
  public static Explanation of(
      SearchSpace space, Collection<Genotype> front, Collection<Genotype> measured) {
    Set<Genotype> all = new TreeSet<>(measured);
    Set<Genotype> best = new TreeSet<>(front);
    if (!all.containsAll(best)) {
      throw new IllegalArgumentException("the front has a genotype that is not measured");
    }
    return of(space, groups(space, List.copyOf(best), List.copyOf(all)));
  }

  /**
   * A picture for each size class as SVG, in the order of the groups: a column per layer, a row per
   * choice, the share on the front minus that of all as number and colour, what is significant
   * framed. For pictures in one page their ids differ; two explanations in one page are two pages.
   */
  public List<String> pictures() {
    return groups.stream().map(group -> new UseMapDrawing(new UseMap(this, group)).svg()).toList();
  }

  private static List<Members> groups(
      SearchSpace space, List<Genotype> front, List<Genotype> measured) {
    List<Members> groups = new ArrayList<>();
    groups.add(new Members(SizeClass.ANY, front, measured));
    groups.addAll(Terciles.of(front, measured, parameters(space)));
    return List.copyOf(groups);
  }

  private static Explanation of(SearchSpace space, List<Members> groups) {
    Counting counting = new Counting(space, groups);
    List<LayerUse> layers = counting.layers();
    Guidelines guidelines = new Guidelines(space, layers, groups, counting.values());
    return new Explanation(
        groups.stream().map(members -> SizeGroup.of(members, parameters(space))).toList(),
        layers,
        counting.tests(),
        counting.significant(),
        Significance.LEVEL,
        FrontTest.LEAST,
        groups.stream().flatMap(members -> guidelines.of(members).stream()).toList(),
        Summary.of(groups.getFirst(), counting),
        Summary.METHOD);
  }

  private static ToLongFunction<Genotype> parameters(SearchSpace space) {
    return genotype -> NetworkCost.of(space, genotype).parameters();
  }
}
