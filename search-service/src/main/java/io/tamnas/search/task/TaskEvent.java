package io.tamnas.search.task;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;

/** What became of a task when an attempt ended; published in the transaction that says so. */
public sealed interface TaskEvent {

  TaskKind kind();

  /** It is done. */
  record Succeeded(TaskKind kind) implements TaskEvent {}

  /** It has failed for good. */
  record Failed(TaskKind kind, FailureClass failureClass) implements TaskEvent {}

  /** Its attempt failed, and there will be another one. */
  record Retried(TaskKind kind, FailureClass failureClass) implements TaskEvent {}
}
