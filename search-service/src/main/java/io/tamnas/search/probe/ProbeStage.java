package io.tamnas.search.probe;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a probe is. */
@Schema(enumAsRef = true)
public enum ProbeStage {
  TRAINING,
  MEASURING,
  /** Trained and measured. */
  FINISHED,
  /** For good. */
  FAILED,
  /** Ended with its job before it was measured. */
  CANCELLED;

  static ProbeStage of(StoredProbe probe) {
    if (probe.failure() != null) {
      return FAILED;
    }
    if (probe.measured() != null) {
      return FINISHED;
    }
    if (probe.isEnded()) {
      return CANCELLED;
    }
    return probe.trained() == null ? TRAINING : MEASURING;
  }
}
