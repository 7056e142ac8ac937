package io.tamnas.nets.training;

import io.tamnas.nets.engine.MemoryShortage;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** Finds a size of batches for which memory suffices by trying ever smaller ones. */
final class FittingBatch {
  private static final int SMALLEST = 2;

  private FittingBatch() {}

  /**
   * The first that passes the trial, of a half, a quarter and so on, down to 2.
   *
   * @param size that did not
   * @param trial of a size; memory that does not suffice is its failure
   * @param shortage that asks for a smaller size; suppressed in any other failure of a trial
   */
  static OptionalInt below(int size, IntConsumer trial, Throwable shortage) {
    for (int smaller = size / 2; smaller >= SMALLEST; smaller /= 2) {
      if (passes(smaller, trial, shortage)) {
        return OptionalInt.of(smaller);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean passes(int size, IntConsumer trial, Throwable shortage) {
    try {
      trial.accept(size);
      return true;
    } catch (RuntimeException | OutOfMemoryError failure) {
      if (MemoryShortage.isBehind(failure)) {
        return false;
      }
      failure.addSuppressed(shortage);
      throw failure;
    }
  }
}
