package io.tamnas.nets.training;

/** The loss or the gradient is no number any more or has exploded; more steps would not help. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long step;

  DivergedException(long step, String what) {
    super(
        "training diverged at step "
            + step
            + ": "
            + what
            + "; a lower learning rate, a longer warm-up or a smaller clip norm helps");
    this.step = step;
  }

  /** The step in which it happened, from 0. */
  public long step() {
    return step;
  }
}
