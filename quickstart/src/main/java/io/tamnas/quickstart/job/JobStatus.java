package io.tamnas.quickstart.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param progress of the whole, in [0, 1]
 * @param timeLeftSeconds an estimate for the whole; absent while there is none
 * @param generation the one being measured, from 0; absent before the search
 * @param measured how many subnets are measured
 * @param supernet SHA-256 of the trained supernet
 * @param waitingFor what nobody can do now; absent where somebody can
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobStatus(
    String id,
    State state,
    double progress,
    @Nullable Long timeLeftSeconds,
    @Nullable Phase phase,
    @Nullable Integer generation,
    int generations,
    int measured,
    @Nullable String supernet,
    @Nullable Failure failure,
    @Nullable String waitingFor) {

  /** Where a job is in its life. */
  public enum State {
    QUEUED("Waiting for a worker"),
    TRAINING_SUPERNET("Training the supernet"),
    SEARCHING("Searching"),
    FINALIZING("After the search"),
    SUCCEEDED("Succeeded"),
    PAUSED("Paused"),
    CANCELLED("Cancelled"),
    FAILED("Failed");

    private final String title;

    State(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /** Whether it does not go on by itself. */
    public boolean isEnd() {
      return switch (this) {
        case SUCCEEDED, PAUSED, CANCELLED, FAILED -> true;
        case QUEUED, TRAINING_SUPERNET, SEARCHING, FINALIZING -> false;
      };
    }
  }

  /**
   * What the job is doing.
   *
   * @param progress of the phase, in [0, 1]
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Phase(String name, double progress) {}

  /** Why it does not go on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Failure(String failureClass, String reason) {}

  /** Whether it does not go on by itself; one that a user paused waits for its resumption. */
  public boolean isEnd() {
    boolean held = state == State.PAUSED && failure == null;
    return state.isEnd() && !held;
  }

  /** Of the phase where one is told, of the whole otherwise. */
  public double phaseProgress() {
    return phase == null ? progress : phase.progress();
  }
}
