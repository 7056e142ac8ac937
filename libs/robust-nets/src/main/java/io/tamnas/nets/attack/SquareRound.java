package io.tamnas.nets.attack;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The images that a run of the square attack still works on.
 *
 * @param rows their numbers in the batch
 * @param labels their classes
 * @param walks how they move
 * @param batch what is asked next, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SquareRound(int[] rows, int[] labels, List<SquareWalk> walks, Pixels batch) {

  /** Asks about each image's stripes. */
  static SquareRound first(int[] rows, int[] labels, List<SquareWalk> walks, Shape form) {
    Pixels batch = Pixels.blank(rows.length, form);
    for (int i = 0; i < rows.length; i++) {
      walks.get(i).writeBest(batch.values(), batch.offset(i));
    }
    return new SquareRound(rows, labels, walks, batch);
  }

  int count() {
    return rows.length;
  }

  /**
   * Takes the answers, and writes what is asked next in place.
   *
   * @param logits on the batch, N × classes
   * @param queries how many proposals an image has
   * @return which images have something to ask
   */
  boolean[] hear(float[] logits, int queries, Breaches breaches) {
    boolean[] asking = Predictions.areCorrect(logits, labels);
    for (int i = 0; i < count(); i++) {
      if (asking[i]) {
        SquareWalk walk = walks.get(i);
        walk.hear(Predictions.margin(logits, labels, i), batch.values(), batch.offset(i));
        asking[i] = walk.propose(queries, batch.values(), batch.offset(i));
      } else {
        breaches.add(rows[i], batch, i);
      }
    }
    return asking;
  }

  /** Those alone. */
  SquareRound keep(int[] kept) {
    return kept.length == count()
        ? this
        : new SquareRound(
            Rows.pick(rows, kept),
            Rows.pick(labels, kept),
            IntStream.of(kept).mapToObj(walks::get).toList(),
            batch.rows(kept));
  }
}
