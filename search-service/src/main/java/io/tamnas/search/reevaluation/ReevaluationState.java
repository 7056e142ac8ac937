package io.tamnas.search.reevaluation;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a re-evaluation is. */
@Schema(enumAsRef = true)
public enum ReevaluationState {
  /** Waits for an evaluator. */
  QUEUED,
  RUNNING,
  /** Every subnet is measured. */
  SUCCEEDED,
  /** Every subnet is measured or has failed, and at least one has failed. */
  FAILED,
  /** Was stopped before every subnet was measured, by itself or with its job. */
  CANCELLED;

  /** Whether nothing follows unless it is retried. */
  public boolean isEnd() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case SUCCEEDED, FAILED, CANCELLED -> true;
    };
  }
}
