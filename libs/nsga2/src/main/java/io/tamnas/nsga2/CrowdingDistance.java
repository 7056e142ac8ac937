package io.tamnas.nsga2;

import java.util.Arrays;

/**
 * How much room a member of a front has (Deb et al. 2002, section III-B): over all objectives, the
 * sum of the distances between its two neighbours, each relative to the front's range; infinite for
 * the best and the worst in an objective.
 *
 * <p>Where the paper leaves a choice open, or would divide by zero:
 *
 * <ul>
 *   <li>Of members with equal costs the first keeps the distance and the others have 0.
 *   <li>A front of one or two distinct members has infinite distances.
 *   <li>An objective in which all are equal adds nothing and has no boundary.
 *   <li>Equal costs in one objective are ordered by the objective before it, and so on around.
 *   <li>Infinite costs count as the worst or best finite one when distances are taken.
 * </ul>
 */
final class CrowdingDistance {

  private final CostTable table;
  private final double[] distances;

  private CrowdingDistance(CostTable table) {
    this.table = table;
    distances = new double[table.size()];
  }

  /** The crowding distance of each individual within its front, by its number. */
  static double[] distances(CostTable table, int[][] fronts) {
    CrowdingDistance crowding = new CrowdingDistance(table);
    for (int[] front : fronts) {
      crowding.measure(crowding.distinct(front));
    }
    return crowding.distances;
  }

  private int[] distinct(int[] front) {
    int[] sorted = table.sortedFrom(table.objectives() - 1, front);
    int count = 0;
    for (int member : sorted) {
      if (count == 0 || !table.hasEqualCosts(sorted[count - 1], member)) {
        sorted[count++] = member;
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private void measure(int[] members) {
    if (members.length < 3) {
      for (int member : members) {
        distances[member] = Double.POSITIVE_INFINITY;
      }
      return;
    }
    for (int objective = 0; objective < table.objectives(); objective++) {
      add(objective, table.sortedFrom(objective, members));
    }
  }

  private void add(int objective, int[] sorted) {
    int last = sorted.length - 1;
    if (table.cost(sorted[0], objective) == table.cost(sorted[last], objective)) {
      return;
    }
    distances[sorted[0]] = Double.POSITIVE_INFINITY;
    distances[sorted[last]] = Double.POSITIVE_INFINITY;
    FiniteRange range = FiniteRange.of(table, objective, sorted);
    for (int i = 1; i < last; i++) {
      distances[sorted[i]] +=
          range.share(table.cost(sorted[i - 1], objective), table.cost(sorted[i + 1], objective));
    }
  }
}
