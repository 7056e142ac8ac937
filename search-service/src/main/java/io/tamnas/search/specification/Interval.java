package io.tamnas.search.specification;

/** Real numbers between two bounds, each of which may belong to it or not. */
record Interval(double low, End lowEnd, double high, End highEnd) {

  /** Whether a bound belongs to the interval. */
  enum End {
    INCLUDED,
    EXCLUDED
  }

  static Interval closed(double low, double high) {
    return new Interval(low, End.INCLUDED, high, End.INCLUDED);
  }

  /** Without its lower bound. */
  static Interval above(double low, double high) {
    return new Interval(low, End.EXCLUDED, high, End.INCLUDED);
  }

  /** Without its upper bound. */
  static Interval below(double low, double high) {
    return new Interval(low, End.INCLUDED, high, End.EXCLUDED);
  }

  boolean contains(double value) {
    return (value > low || (value == low && lowEnd == End.INCLUDED))
        && (value < high || (value == high && highEnd == End.INCLUDED));
  }

  /** What a value has to be, as the end of a sentence. */
  String text() {
    return "a number "
        + (lowEnd == End.INCLUDED ? "of at least " : "above ")
        + CanonicalForm.exact(low).toPlainString()
        + (highEnd == End.INCLUDED ? " and at most " : " and below ")
        + CanonicalForm.exact(high).toPlainString();
  }
}
