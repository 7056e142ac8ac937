package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;

/**
 * The images of a batch that no step of a run has broken yet, and where they stand.
 *
 * @param manager of all tensors here; closed with this
 * @param rows their numbers in the batch
 * @param labels their classes
 * @param images n × C × H × W, as moved so far
 * @param ball around their clean images
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Standing(NDManager manager, int[] rows, int[] labels, NDArray images, Ball ball)
    implements AutoCloseable {

  /** Some rows of a batch, each at its clean image. */
  static Standing of(NDArray batch, int[] labels, int[] rows, double epsilon) {
    NDManager manager = batch.getManager().newSubManager();
    NDArray images = Rows.of(batch, Rows.numbers(manager, rows));
    return new Standing(manager, rows, pick(labels, rows), images, Ball.around(images, epsilon));
  }

  /** The same ones, elsewhere. */
  Standing at(NDArray moved) {
    return new Standing(manager, rows, labels, moved, ball);
  }

  /** Those that are kept, elsewhere, in a manager of their own. */
  Standing at(NDArray moved, int[] kept) {
    NDManager own = manager.getParentManager().newSubManager();
    NDArray numbers = Rows.numbers(own, kept);
    return new Standing(
        own, pick(rows, kept), pick(labels, kept), Rows.of(moved, numbers), ball.rows(numbers));
  }

  /** Numbers in the batch of some of them. */
  int[] pickRows(int[] kept) {
    return pick(rows, kept);
  }

  /** The classes as a tensor, int64. */
  NDArray classes() {
    return Rows.numbers(manager, labels);
  }

  int count() {
    return rows.length;
  }

  private static int[] pick(int[] values, int[] positions) {
    return IntStream.of(positions).map(position -> values[position]).toArray();
  }

  @Override
  public void close() {
    manager.close();
  }
}
