package io.tamnas.benchmarks.results;

import java.util.Locale;

/** So many of so many images. */
record Share(int count, int images) {
  private static final double Z = 1.959964; // of 95 %

  /** Bounds in shares. */
  record Interval(double lower, double upper) {

    boolean contains(double value) {
      return lower <= value && value <= upper;
    }
  }

  double value() {
    return (double) count / images;
  }

  /** The 95 % interval by Wilson 1927 (doi 10.1080/01621459.1927.10502953). */
  Interval interval() {
    double p = value();
    double centre = (p + Z * Z / (2 * images)) / (1 + Z * Z / images);
    double half =
        Z
            / (1 + Z * Z / images)
            * Math.sqrt(p * (1 - p) / images + Z * Z / (4.0 * images * images));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /**
   * The 95 % interval of this share minus another one, as if their images were drawn apart
   * (Newcombe 1998, doi 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method
   * 10). Of the same images it is wider than it need be.
   */
  Interval minus(Share other) {
    double difference = value() - other.value();
    Interval own = interval();
    Interval others = other.interval();
    return new Interval(
        difference - Math.hypot(value() - own.lower(), others.upper() - other.value()),
        difference + Math.hypot(own.upper() - value(), other.value() - others.lower()));
  }

  /** Such as {@code 17.6 % [13.4, 22.7]}. */
  String text() {
    Interval interval = interval();
    return String.format(
        Locale.ROOT,
        "%.1f %% [%.1f, %.1f]",
        100 * value(),
        100 * interval.lower(),
        100 * interval.upper());
  }

  /** Such as {@code +1.2 [-2.3, +4.6]}, in bold where chance alone does not explain it. */
  String differenceText(Share other) {
    Interval interval = minus(other);
    String text =
        String.format(
            Locale.ROOT,
            "%+.1f [%+.1f, %+.1f]",
            100 * (value() - other.value()),
            100 * interval.lower(),
            100 * interval.upper());
    return interval.contains(0) ? text : "**" + text + "**";
  }
}
