package io.tamnas.search.task;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What tasks belong to: the jobs. Everything that changes a job happens under its lock, which is
 * taken before any task's; each call joins the caller's transaction.
 */
public interface TaskOwner {

  /** Waits until nobody else changes the job, and keeps it until the transaction ends. */
  default void lock(UUID job) {
    lock(Set.of(job));
  }

  /** The same for many, always in one order, so that nobody waits for another who waits for him. */
  void lock(Set<UUID> jobs);

  /** Does what is due after something of the job has changed, if anything is; locks the job. */
  void advance(UUID job);

  /** Whether it changes the job that the task is on its way to a worker. */
  boolean isChangedByStart(Task task);

  /** The task is on its way to a worker; locks the job where that changes it. */
  void started(Task task);

  /**
   * Tasks are done, each once; their jobs are locked. Tells which of these are to be advanced
   * thereafter. One that is not, such as after a crash, stands still until it is repaired.
   *
   * @throws UnusableResult where a result cannot be its task's
   */
  Set<UUID> succeeded(List<Done> done);

  /** A task with its result. */
  record Done(Task task, TaskResult result) {}

  /** The task has failed for good; the job is locked. */
  void failed(Task task, FailureClass failureClass, String reason);
}
