package io.tamnas.search.report;

/** Letters in place of numbers: A to Z, then AA, AB and so on. */
final class Letter {

  private static final int LETTERS = 26;

  private Letter() {}

  /** Of the first one it is A. */
  static String of(int index) {
    char last = (char) ('A' + index % LETTERS);
    return index < LETTERS ? String.valueOf(last) : of(index / LETTERS - 1) + last;
  }
}
