package io.tamnas.quickstart.progress;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;

/** One line that says how far a job is. */
final class StatusLine {

  private static final int CELLS = 30;

  private StatusLine() {}

  static String of(JobStatus status) {
    return "%s  %3d %%%s%s"
        .formatted(
            start(status.state(), status.phaseProgress()),
            percent(status.phaseProgress()),
            details(status),
            timeLeft(status));
  }

  /** The line of a phase that is over. */
  static String finished(JobStatus status, Duration taken) {
    return "%s  100 %%%s, took %s"
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

  private static String timeLeft(JobStatus status) {
    Long seconds = status.timeLeftSeconds();
    return seconds == null
        ? ""
        : ", about " + Spoken.of(Duration.ofSeconds(seconds)) + " left in all";
  }
}
