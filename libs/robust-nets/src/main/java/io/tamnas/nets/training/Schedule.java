package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.requireShare;

/**
 * How the learning rate changes over the steps.
 *
 * @param warmup share of the steps over which it rises linearly to its peak
 */
public record Schedule(Kind kind, double warmup) {

  public Schedule {
    requireShare("warmup", warmup);
  }

  /** How the rate falls after the warm-up. */
  public enum Kind {
    /** Along half a cosine to 0. */
    COSINE,
    /** To a tenth at half of the steps, and again at three quarters. */
    STEP,
    /** Linearly to 0 (Smith 2018, arXiv 1803.09820). */
    ONE_CYCLE;

    private String text() {
      return switch (this) {
        case COSINE -> "COSINE";
        case STEP -> "STEP";
        case ONE_CYCLE -> "ONE_CYCLE";
      };
    }
  }

  String text() {
    return ValueText.of("Schedule").with("kind", kind.text()).with("warmup", warmup).end();
  }
}
