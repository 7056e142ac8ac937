package io.tamnas.chaos.job;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How far a job is.
 *
 * @param generation the one being measured; empty before the search
 * @param measured how many subnets are measured
 * @param share of the phase, in [0, 1]; falls where an attempt is lost
 */
public record Standing(State state, OptionalInt generation, int measured, double share) {

  /** Before anything was asked. */
  public static final Standing START = new Standing(State.QUEUED, OptionalInt.empty(), 0, 0);

  static Standing of(JobStatus status) {
    Integer generation = status.generation();
    return new Standing(
        status.state(),
        generation == null ? OptionalInt.empty() : OptionalInt.of(generation),
        status.measured(),
        status.phaseProgress());
  }

  /** Whether work was done since then. */
  public boolean isBeyond(Standing earlier) {
    return state.compareTo(earlier.state) > 0
        || measured > earlier.measured
        || (state == earlier.state && share > earlier.share);
  }

  /** Whether the phase is this far, or over. */
  public boolean hasReached(State phase, double wanted) {
    return state.compareTo(phase) > 0 || (state == phase && share >= wanted);
  }

  public boolean isEnd() {
    return state.isEnd();
  }

  /** For a table. */
  public String text() {
    String phase =
        switch (state) {
          case QUEUED -> "queued";
          case TRAINING_SUPERNET -> "training";
          case SEARCHING -> "generation " + generation.orElse(0);
          case FINALIZING -> "finale";
          case SUCCEEDED, PAUSED, CANCELLED, FAILED -> state.title();
        };
    return String.format(Locale.ROOT, "%s, %.0f %%", phase, 100 * share);
  }
}
