package io.tamnas.search.specification;

import java.util.OptionalInt;

/**
 * How a job is served; no part of what it computes.
 *
 * @param priority jobs of a higher one are served first
 * @param maximumTasks how many of its tasks may run at a time; absent: as many as there are workers
 */
public record Scheduling(int priority, OptionalInt maximumTasks) {

  /** Of a job that says nothing. */
  public static final Scheduling USUAL = new Scheduling(0, OptionalInt.empty());

  /** The least priority, and the highest without its sign. */
  public static final int BOUND = 1000;

  /** The most tasks that can be allowed. */
  public static final int MOST_TASKS = 100_000;

  public Scheduling {
    if (priority < -BOUND || priority > BOUND) {
      throw new IllegalArgumentException(
          "priority must be between -" + BOUND + " and " + BOUND + ", is " + priority);
    }
    maximumTasks.ifPresent(
        most -> {
          if (most < 1 || most > MOST_TASKS) {
            throw new IllegalArgumentException(
                "maximumTasks must be between 1 and " + MOST_TASKS + ", is " + most);
          }
        });
  }
}
