package io.tamnas.protocol.task;

/** What a worker can be asked to do. */
public enum TaskKind {
  TRAIN_SUPERNET,
  EVALUATE,
  TRANSFER_MATRIX,
  TRAIN_SUBNET,
  VALIDATE,
  EXPORT,
  MEASURE_LATENCY;

  /** Whether its attempts leave checkpoints, from which the next one goes on. */
  public boolean hasCheckpoints() {
    return switch (this) {
      case TRAIN_SUPERNET, TRAIN_SUBNET -> true;
      case EVALUATE, TRANSFER_MATRIX, VALIDATE, EXPORT, MEASURE_LATENCY -> false;
    };
  }
}
