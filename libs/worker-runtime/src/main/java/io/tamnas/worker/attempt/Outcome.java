package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.worker.task.StopReason;

/** How an attempt came out. */
public sealed interface Outcome {

  record Succeeded(TaskResult result) implements Outcome {}

  record Failed(TaskFailure failure) implements Outcome {}

  /** Nobody wants to hear of it. */
  record Dropped(StopReason reason) implements Outcome {}
}
