package io.tamnas.chaos.kill;

import io.tamnas.quickstart.job.JobStatus.State;

/** The phases of a job in which something can be disturbed, for a table. */
final class Phases {

  private Phases() {}

  static String text(State state) {
    return switch (state) {
      case QUEUED -> "queued";
      case TRAINING_SUPERNET -> "training";
      case SEARCHING -> "search";
      case FINALIZING -> "finalists";
      case SUCCEEDED, PAUSED, CANCELLED, FAILED -> "end";
    };
  }
}
