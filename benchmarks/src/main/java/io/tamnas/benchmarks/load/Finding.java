package io.tamnas.benchmarks.load;

/**
 * Something measured beside what it is held against.
 *
 * @param bar in words; nothing where it is only told
 * @param verdict whether the bar was reached
 */
public record Finding(String what, String bar, String measured, Verdict verdict) {

  /** Whether a bar was reached. */
  public enum Verdict {
    REACHED,
    MISSED,
    /** There is no bar. */
    TOLD
  }

  /** Something that has to be at most so much. */
  public static Finding atMost(String what, String unit, double bar, double measured) {
    return judged(what, "≤ " + text(bar, unit), text(measured, unit), measured <= bar);
  }

  /** Something that has to be at least so much. */
  public static Finding atLeast(String what, String unit, double bar, double measured) {
    return judged(what, "≥ " + text(bar, unit), text(measured, unit), measured >= bar);
  }

  /** Something worth knowing. */
  public static Finding told(String what, String measured) {
    return new Finding(what, "", measured, Verdict.TOLD);
  }

  private static Finding judged(String what, String bar, String measured, boolean reached) {
    return new Finding(what, bar, measured, reached ? Verdict.REACHED : Verdict.MISSED);
  }

  private static String text(double value, String unit) {
    String number = value >= 100 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
