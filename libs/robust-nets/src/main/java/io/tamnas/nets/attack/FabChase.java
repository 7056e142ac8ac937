package io.tamnas.nets.attack;

/**
 * The images that a run of FAB towards one target each has not broken yet.
 *
 * @param rows their numbers in the batch
 * @param labels their classes
 * @param targets the classes they are moved towards
 * @param clean the images themselves
 * @param points where they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FabChase(int[] rows, int[] labels, int[] targets, Pixels clean, Pixels points) {

  int count() {
    return rows.length;
  }

  /** Moves every image by one step, in place. */
  void advance(FabStep step, LogitMargins margins) {
    for (int i = 0; i < count(); i++) {
      step.advance(
          points.values(),
          clean.values(),
          margins.gradients(),
          points.offset(i),
          margins.values()[i]);
    }
  }

  /**
   * Draws those that crossed the boundary back, unless they are within the budget.
   *
   * @return which are not broken
   */
  boolean[] retreat(FabStep step, boolean[] correct, double epsilon, Breaches breaches) {
    boolean[] unbroken = correct.clone();
    for (int i = 0; i < count(); i++) {
      int offset = points.offset(i);
      if (correct[i]) {
        continue;
      }
      if (step.distance(points.values(), clean.values(), offset) <= (float) epsilon) {
        breaches.add(rows[i], points, i);
      } else {
        step.retreat(points.values(), clean.values(), offset);
        unbroken[i] = true;
      }
    }
    return unbroken;
  }

  /** Those alone. */
  FabChase keep(int[] kept) {
    return kept.length == count()
        ? this
        : new FabChase(
            Rows.pick(rows, kept),
            Rows.pick(labels, kept),
            Rows.pick(targets, kept),
            clean.rows(kept),
            points.rows(kept));
  }
}
