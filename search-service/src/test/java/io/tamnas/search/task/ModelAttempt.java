package io.tamnas.search.task;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt as the model knows it. */
final class ModelAttempt {

  final ModelTask task;
  final int number;
  final ModelWorker worker;
  final UUID incarnation;
  long leaseUntil;
  End end = End.NONE;
  @Nullable Object outcome;

  /** By number, the value of each batch of metrics that counts. */
  final Map<Integer, Integer> batches = new TreeMap<>();

  /** How it ended, or has not. */
  enum End {
    NONE,
    SUCCEEDED,
    /** By its own report of a failure, or because it was taken back. */
    FAILED,
    LOST,
    CANCELLED
  }

  ModelAttempt(ModelTask task, int number, ModelWorker worker, long leaseUntil) {
    this.task = task;
    this.number = number;
    this.worker = worker;
    this.incarnation = worker.incarnation;
    this.leaseUntil = leaseUntil;
  }

  @Override
  public String toString() {
    return task.kind + " " + task.number + "#" + number + " of " + worker.id;
  }
}
