package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;

/** Some entries of a tensor along its first axis. */
final class Rows {
  private Rows() {}

  /** A copy of those rows, in the manager of the row numbers. */
  static NDArray of(NDArray array, NDArray rows) {
    return array.get(rows.getManager(), new NDIndex("{}", rows));
  }

  /** Row numbers as a tensor, int64. */
  static NDArray numbers(NDManager manager, int[] rows) {
    return manager.create(IntStream.of(rows).asLongStream().toArray(), new Shape(rows.length));
  }

  /** The positions at which it holds. */
  static int[] where(boolean[] holds) {
    return IntStream.range(0, holds.length).filter(i -> holds[i]).toArray();
  }

  /** The positions at which it does not hold. */
  static int[] whereNot(boolean[] holds) {
    return IntStream.range(0, holds.length).filter(i -> !holds[i]).toArray();
  }

  /** That many marks, set at those rows. */
  static boolean[] marks(int[] rows, int count) {
    boolean[] marks = new boolean[count];
    for (int row : rows) {
      marks[row] = true;
    }
    return marks;
  }

  /** Every position. */
  static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }
}
