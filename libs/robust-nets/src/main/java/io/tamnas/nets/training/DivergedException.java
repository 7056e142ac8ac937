package io.tamnas.nets.training;

import java.util.OptionalInt;

/**
 * The loss, the gradient or a weight is no number any more or has exploded; more steps would not
 * help. The last checkpoint is from before and stays usable.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int step;
  private final String what;

  /**
   * In a step.
   *
   * @param step from 0; the message counts from 1, as checkpoints and metrics do
   */
  DivergedException(int step, String what) {
    this(step, what, "");
  }

  private DivergedException(int step, String what, String checkpoint) {
    super(
        "training diverged in step "
            + (step + 1)
            + ": "
            + what
            + checkpoint
            + "; a lower learning rate, a longer warm-up or a smaller clip norm helps");
    this.step = step;
    this.what = what;
  }

  /**
   * The same, naming where the training could be taken up.
   *
   * @param steps done at the last checkpoint, if there is one
   */
  DivergedException withCheckpoint(OptionalInt steps) {
    String checkpoint =
        steps.isPresent()
            ? "; the last checkpoint is after step " + steps.getAsInt()
            : "; there is no checkpoint before";
    DivergedException named = new DivergedException(step, what, checkpoint);
    named.initCause(this);
    return named;
  }

  /** The step in which it happened, from 0. */
  public long step() {
    return step;
  }
}
