package io.tamnas.search.transfer;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a transfer matrix is. */
@Schema(enumAsRef = true)
public enum TransferState {
  /** Waits for an evaluator, for the first time or again. */
  QUEUED,
  RUNNING,
  SUCCEEDED,
  /** For good; another one can be asked for. */
  FAILED;

  /** Whether nothing follows. */
  boolean isEnd() {
    return this == SUCCEEDED || this == FAILED;
  }
}
