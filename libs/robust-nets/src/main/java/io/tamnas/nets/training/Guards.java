package io.tamnas.nets.training;

/** What the values of a recipe are checked by. */
final class Guards {
  private Guards() {}

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** In [0, 1]. */
  static void requireShare(String name, double value) {
    require(value >= 0 && value <= 1, name + " is a share, 0 to 1, not " + value);
  }

  /** In [0, 1). */
  static void requireBelowOne(String name, double value) {
    require(value >= 0 && value < 1, name + " is at least 0 and below 1, not " + value);
  }

  /** Finite and above 0. */
  static void requirePositive(String name, double value) {
    require(value > 0 && Double.isFinite(value), name + " is above 0, not " + value);
  }

  /** Finite and not negative. */
  static void requireNotNegative(String name, double value) {
    require(value >= 0 && Double.isFinite(value), name + " is at least 0, not " + value);
  }

  static void requireAtLeast(int least, String name, int value) {
    require(value >= least, name + " is at least " + least + ", not " + value);
  }
}
