package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a finalist's network is. */
@Schema(enumAsRef = true)
public enum NetworkStage {
  TRAINING,
  VALIDATING,
  EXPORTING,
  /** Trained, validated and exported. */
  FINISHED,
  /** For good. */
  FAILED,
  /** Ended before it was exported, by a user or with its job. */
  CANCELLED;

  static NetworkStage of(StoredNetwork network) {
    if (network.failure() != null) {
      return FAILED;
    }
    if (network.isEnded() && network.exported() == null) {
      return CANCELLED;
    }
    if (network.trained() == null) {
      return TRAINING;
    }
    if (network.validated() == null) {
      return VALIDATING;
    }
    return network.exported() == null ? EXPORTING : FINISHED;
  }
}
