package io.tamnas.protocol.task;

/** What a worker can be asked to do. */
public enum TaskKind {
  TRAIN_SUPERNET,
  EVALUATE,
  TRANSFER_MATRIX,
  TRAIN_SUBNET,
  VALIDATE,
  EXPORT,
  MEASURE_LATENCY
}
