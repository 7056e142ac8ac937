package io.tamnas.search.job;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.task.Task;
import java.util.UUID;

/**
 * What measurements beside the search belong to. The job goes its way whatever becomes of them.
 * Each call joins the caller's transaction, under the job's lock.
 */
public interface ReevaluationOwner {

  /** The subnet is measured, under the task's protocol and on the task's data. */
  void measured(Task task, Work.Evaluate work, SubnetMeasured result);

  /** The task has failed for good. */
  void failed(Task task, FailureClass failureClass, String reason);

  /** Ends those that are not at their end; their tasks are ended by the caller. */
  void cancel(UUID job);
}
