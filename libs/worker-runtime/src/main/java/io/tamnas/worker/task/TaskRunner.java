package io.tamnas.worker.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import java.util.Set;

/** Does tasks of some kinds. One task at a time; always called by the thread of its attempt. */
public interface TaskRunner {

  /** What it can do. */
  Set<TaskKind> kinds();

  /** When a task of this runner can be interrupted without losing what was done. */
  Interruption interruption();

  /**
   * Does the work to its end. Calls {@link TaskContext#checkContinue()} at least every few seconds.
   *
   * @throws TaskStopped where the context asked for it
   * @throws TaskFailedException where the class of the failure is known
   * @throws Exception any other failure; it is classified by the runtime
   */
  TaskResult run(Work work, TaskContext context) throws Exception;

  /** The ways in which a task lets go. */
  enum Interruption {
    /** Uploads a checkpoint first; the next attempt goes on from there. */
    AFTER_CHECKPOINT,
    /** Has nothing worth keeping; the next attempt begins anew. */
    AT_ONCE
  }
}
