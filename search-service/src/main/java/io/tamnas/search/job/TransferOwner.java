package io.tamnas.search.job;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.task.Task;

/**
 * What tasks that measure transfer belong to. The job goes its way whatever becomes of them. Each
 * call joins the caller's transaction, under the job's lock.
 */
public interface TransferOwner {

  /**
   * The task is done.
   *
   * @throws io.tamnas.search.task.UnusableResult where the result cannot be the task's
   */
  void measured(Task task, Work.TransferMatrix work, TransferMeasured result);

  /** The task has failed for good. */
  void failed(Task task, FailureClass failureClass, String reason);
}
