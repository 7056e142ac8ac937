package io.tamnas.search.specification;

/** Whole numbers from the least to the most, both included. */
record Range(long least, long most) {

  static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean contains(long value) {
    return least <= value && value <= most;
  }

  /** How many there have to be, as the middle of a sentence. */
  String count() {
    return least == most ? String.valueOf(least) : "between " + least + " and " + most;
  }

  /** What a value has to be, as the end of a sentence. */
  String text() {
    if (equals(ANY)) {
      return "a whole number of 64 bits (" + least + " to " + most + ")";
    }
    return most == Long.MAX_VALUE
        ? "a whole number of at least " + least
        : "a whole number between " + least + " and " + most;
  }
}
