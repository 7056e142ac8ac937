package io.tamnas.quickstart.progress;

import io.tamnas.quickstart.job.JobStatus;

/** Shows a job that goes on. */
public interface Progress {

  /** Takes the newest status; called every second or so. */
  void show(JobStatus status);

  /** Leaves the screen ready for other output. */
  void end();
}
