package io.tamnas.nsga2;

import java.util.Arrays;

/**
 * Sorts individuals into fronts by constrained dominance; the first has rank 1.
 *
 * <p>The fronts are those of Deb et al. 2002 (section III-A), found as in ENS-BS (Zhang et al.
 * 2015, doi 10.1109/TEVC.2014.2308305): individuals come in lexicographic order, so that none
 * dominates an earlier one, and each goes to the first front none of whose members dominates it,
 * found by binary search. Equal costs share a front. Infeasible individuals follow the feasible
 * ones, one front per distinct violation, which is what constrained dominance makes of them.
 */
final class NondominatedSorting {

  private static final int NONE = -1;

  private final CostTable table;
  private final int[] ranks;
  // A front is a list from its newest member back to its oldest.
  private final int[] newest;
  private final int[] older;
  private int fronts;

  private NondominatedSorting(CostTable table) {
    this.table = table;
    ranks = new int[table.size()];
    newest = new int[table.size()];
    older = new int[table.size()];
    Arrays.fill(newest, NONE);
  }

  /** The rank of each individual, by its number. */
  static int[] ranks(CostTable table) {
    NondominatedSorting sorting = new NondominatedSorting(table);
    int[] order = table.sortedByViolation();
    for (int i = 0; i < order.length; i++) {
      sorting.place(order[i], i == 0 ? NONE : order[i - 1]);
    }
    return sorting.ranks;
  }

  private void place(int individual, int previous) {
    if (previous != NONE && sharesFront(individual, previous)) {
      ranks[individual] = ranks[previous];
    } else if (table.violation(individual) == 0) {
      append(individual, firstAdmitting(individual));
    } else {
      append(individual, fronts);
    }
  }

  private boolean sharesFront(int individual, int previous) {
    return table.violation(individual) == table.violation(previous)
        && (table.violation(individual) > 0 || table.hasEqualCosts(individual, previous));
  }

  private void append(int individual, int front) {
    older[individual] = newest[front];
    newest[front] = individual;
    ranks[individual] = front + 1;
    fronts = Math.max(fronts, front + 1);
  }

  private int firstAdmitting(int individual) {
    int low = 0;
    int high = fronts;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isDominated(individual, middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isDominated(int individual, int front) {
    for (int member = newest[front]; member != NONE; member = older[member]) {
      if (isNoWorse(member, individual)) {
        return true;
      }
    }
    return false;
  }

  /** For one that came earlier with other costs, this is dominance; the last objective is known. */
  private boolean isNoWorse(int earlier, int individual) {
    for (int objective = table.objectives() - 2; objective >= 0; objective--) {
      if (table.cost(earlier, objective) > table.cost(individual, objective)) {
        return false;
      }
    }
    return true;
  }
}
