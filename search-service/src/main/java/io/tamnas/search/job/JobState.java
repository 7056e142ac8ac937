package io.tamnas.search.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;

/** Where a job is in its life, and where it may go from there: the one table of transitions. */
@Schema(enumAsRef = true)
public enum JobState {
  /** Waits for a trainer. */
  QUEUED,
  TRAINING_SUPERNET,
  SEARCHING,
  /** The baseline is measured; finalists and others are trained on their own. */
  FINALIZING,
  SUCCEEDED,
  /** Rests, because a person wanted it or because of a failure; goes on when it is resumed. */
  PAUSED,
  CANCELLED,
  /** Can never succeed as it was specified. */
  FAILED;

  /** Whether the transition is one of the table. */
  public boolean mayBecome(JobState next) {
    return next(this).contains(next);
  }

  /** Whether nothing follows. */
  public boolean isEnd() {
    return next(this).isEmpty();
  }

  private static Set<JobState> next(JobState state) {
    return switch (state) {
      case QUEUED -> EnumSet.of(TRAINING_SUPERNET, SEARCHING, PAUSED, CANCELLED, FAILED);
      case TRAINING_SUPERNET -> EnumSet.of(SEARCHING, PAUSED, CANCELLED, FAILED);
      case SEARCHING -> EnumSet.of(FINALIZING, SUCCEEDED, PAUSED, CANCELLED, FAILED);
      case FINALIZING -> EnumSet.of(SUCCEEDED, PAUSED, CANCELLED, FAILED);
      case PAUSED ->
          EnumSet.of(QUEUED, TRAINING_SUPERNET, SEARCHING, FINALIZING, CANCELLED, FAILED);
      case SUCCEEDED, CANCELLED, FAILED -> EnumSet.noneOf(JobState.class);
    };
  }
}
