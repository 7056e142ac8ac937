package io.tamnas.nsga2.indicator;

import static java.util.Comparator.reverseOrder;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Ranking;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The member of a front where giving up a little of one objective stops buying much of another.
 *
 * <p>Costs are normalized so that the front's best is 0 and its worst 1 in each objective. The knee
 * is the member furthest from the hyperplane through the corners that are worst in one objective
 * and best in all others, Σ cost = 1, on the side of the ideal point. With two objectives this is
 * the line through the front's extremes (Das 1999, doi 10.1007/BF01195985; Zhang, Tian and Jin
 * 2015, doi 10.1109/TEVC.2014.2378512); with more, the corners stand in for the extremes, whose
 * hyperplane need not exist.
 *
 * <p>Objectives in which the front does not differ are left out, and members with an infinite cost
 * are no candidates and do not stretch the scale. Where no candidate lies on the ideal's side, the
 * front has no knee; a front of one point is its own. Equally far members are ordered by genotype.
 */
public record KneePoint<G>(Ranking<G> ranking) {

  private static final double ROUNDING = 1e-9;

  /** The knee of the front of the feasible ones among these individuals. */
  public Optional<Individual<G>> of(Collection<Individual<G>> individuals) {
    List<Individual<G>> candidates =
        ranking.front(individuals).individuals().stream()
            .filter(individual -> individual.values().stream().allMatch(Double::isFinite))
            .sorted((a, b) -> ranking.genotypeOrder().compare(a.genotype(), b.genotype()))
            .toList();
    double[] nearness = nearness(candidates.stream().map(this::costs).toArray(double[][]::new));
    return IntStream.range(0, nearness.length)
        .filter(i -> nearness[i] > ROUNDING)
        .boxed()
        .max(Comparator.<Integer>comparingDouble(i -> nearness[i]).thenComparing(reverseOrder()))
        .map(candidates::get);
  }

  private double[] costs(Individual<G> individual) {
    return ranking.objectives().costs(individual.values());
  }

  /** 1 − Σ normalized cost, by the number of the point: proportional to the distance. */
  private static double[] nearness(double[][] costs) {
    double[] nearness = new double[costs.length];
    Arrays.fill(nearness, 1);
    for (int objective = 0; costs.length > 0 && objective < costs[0].length; objective++) {
      int column = objective;
      double[] values = Arrays.stream(costs).mapToDouble(point -> point[column]).toArray();
      double least = Arrays.stream(values).min().orElseThrow();
      double most = Arrays.stream(values).max().orElseThrow();
      for (int i = 0; least < most && i < values.length; i++) {
        // Halves, because the range of two finite numbers need not be finite.
        nearness[i] -= (values[i] / 2 - least / 2) / (most / 2 - least / 2);
      }
    }
    return nearness;
  }
}
