package io.tamnas.search.finalist;

import io.tamnas.search.job.JobState;
import java.util.UUID;

/** Finalists are asked for while the front may still change, or where there will be none. */
public final class NotSearched extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotSearched(UUID job, JobState state) {
    super(
        "job " + job + " is " + state + "; finalists are members of the front of a SUCCEEDED job");
  }
}
