package io.tamnas.search.job;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What tasks belong to that train networks of their own, measure and export them. Each call joins
 * the caller's transaction, under the job's lock.
 */
public interface NetworkOwner {

  /**
   * What of the networks that the specification asks for cannot be, by what is known here.
   *
   * @param datasetDigest of the job's images and their division; empty until it is known
   */
  List<Violation> violations(SearchJobSpecification specification, Optional<String> datasetDigest);

  /** Whether a task that trains, measures or exports a network is one of its own. */
  boolean owns(Task task);

  /** What the task is about, in words. */
  String name(Task task);

  /** Chooses the networks that the job's specification asks for, and asks for their training. */
  void begin(Job job);

  /** How far those are that the job itself asks for, from 0 to 1; empty where there are none. */
  OptionalDouble progress(UUID job);

  /** Ends those that are not at their end; their tasks are ended by the caller. */
  void cancel(UUID job);

  /** Whether nothing more becomes of any network of the job. */
  boolean areEnded(UUID job);

  /**
   * The task is done; what follows from it is asked for.
   *
   * @throws io.tamnas.search.task.UnusableResult where the result cannot be the task's
   */
  void succeeded(Task task, TaskResult result);

  /** The task has failed for good: nothing more becomes of its network. */
  void failed(Task task, FailureClass failureClass, String reason);
}
