package io.tamnas.quickstart.progress;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;

/** One line that says how far a job is. */
final class StatusLine {

  private static final int CELLS = 30;

  /** A phase's first share tells little about the rest of it. */
  private static final double TELLING = 0.03;

  private StatusLine() {}

  /**
   * The line of a phase that goes on.
   *
   * @param elapsed since the phase began
   */
  static String of(JobStatus status, Duration elapsed) {
    return status.state() == State.QUEUED
        ? status.state().title()
        : "%s  %3d %%%s%s"
            .formatted(
                start(status.state(), status.phaseProgress()),
                percent(status.phaseProgress()),
                details(status),
                status.waitingFor() == null
                    ? timeLeft(status, elapsed)
                    : ", waits for " + status.waitingFor());
  }

  /** The line of a phase that is over. */
  static String finished(JobStatus status, Duration taken) {
    return status.state() == State.QUEUED
        ? status.state().title() + ", took " + Spoken.of(taken)
        : "%s  100 %%%s, took %s"
            .formatted(start(status.state(), 1), details(status), Spoken.of(taken));
  }

  private static String start(State state, double progress) {
    return "%-22s %s".formatted(state.title(), bar(progress));
  }

  private static String bar(double progress) {
    int full = (int) Math.floor(CELLS * clipped(progress));
    return "█".repeat(full) + "░".repeat(CELLS - full);
  }

  private static int percent(double progress) {
    return (int) Math.floor(100 * clipped(progress));
  }

  private static double clipped(double progress) {
    return Math.clamp(progress, 0, 1);
  }

  private static String details(JobStatus status) {
    return status.generation() == null || status.state() != State.SEARCHING
        ? ""
        : ", generation %d of %d, %d subnets measured"
            .formatted(status.generation(), status.generations(), status.measured());
  }

  private static String timeLeft(JobStatus status, Duration elapsed) {
    Long seconds = status.timeLeftSeconds();
    double progress = clipped(status.phaseProgress());
    if (seconds == null && progress > TELLING) {
      double left = elapsed.toSeconds() * (1 - progress) / progress;
      return ", about " + Spoken.of(Duration.ofSeconds(Math.round(left))) + " left in this phase";
    }
    return seconds == null
        ? ""
        : ", about " + Spoken.of(Duration.ofSeconds(seconds)) + " left in all";
  }
}
