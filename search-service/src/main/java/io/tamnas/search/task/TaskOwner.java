package io.tamnas.search.task;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import java.util.List;
import java.util.UUID;

/**
 * What tasks belong to: the jobs. Everything that changes a job happens under its lock, which is
 * taken before any task's; each call joins the caller's transaction.
 */
public interface TaskOwner {

  /** Waits until nobody else changes the job, and keeps it until the transaction ends. */
  void lock(UUID job);

  /** Does what is due after something of the job has changed; the job is locked. */
  void advance(UUID job);

  /** Whether it changes the job that the task is on its way to a worker. */
  boolean isChangedByStart(Task task);

  /** The task is on its way to a worker; locks the job where that changes it. */
  void started(Task task);

  /**
   * Tasks of the job are done, each once; the job is locked.
   *
   * @throws UnusableResult where a result cannot be its task's
   */
  void succeeded(UUID job, List<Done> done);

  /** A task with its result. */
  record Done(Task task, TaskResult result) {}

  /** The task has failed for good; the job is locked. */
  void failed(Task task, FailureClass failureClass, String reason);
}
