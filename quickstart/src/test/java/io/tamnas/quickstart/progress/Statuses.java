package io.tamnas.quickstart.progress;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.Failure;
import io.tamnas.quickstart.job.JobStatus.Phase;
import io.tamnas.quickstart.job.JobStatus.State;

/** Statuses for tests. */
final class Statuses {

  private Statuses() {}

  static JobStatus training(double progress) {
    return new JobStatus(
        "j",
        State.TRAINING_SUPERNET,
        progress / 2,
        200L,
        phase(progress),
        null,
        4,
        0,
        null,
        null,
        null);
  }

  static JobStatus searching(int generation, int measured) {
    return new JobStatus(
        "j",
        State.SEARCHING,
        0.7,
        null,
        phase(generation / 4.0),
        generation,
        4,
        measured,
        "s",
        null,
        null);
  }

  static JobStatus waiting(String whatFor) {
    return new JobStatus("j", State.SEARCHING, 0.7, 90L, phase(0), 0, 4, 0, "s", null, whatFor);
  }

  static JobStatus ended(State state) {
    return new JobStatus(
        "j",
        state,
        1,
        null,
        null,
        4,
        4,
        60,
        "s",
        new Failure("DIVERGED", "the loss is no number"),
        null);
  }

  private static Phase phase(double progress) {
    return new Phase("phase", progress);
  }
}
