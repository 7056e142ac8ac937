package io.tamnas.search.job;

import io.tamnas.search.specification.Scheduling;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Parameters that say how a new job is served. */
final class Parameters {

  static final String PRIORITY =
      "Jobs of a higher one are served first, from -1000 to 1000; can be changed later";
  static final String MAXIMUM_TASKS =
      "How many of its tasks may run at a time; can be changed later";

  private Parameters() {}

  /**
   * What they say together.
   *
   * @throws InvalidParameter where one is out of its bounds
   */
  static Scheduling scheduling(int priority, @Nullable Integer maximumTasks) {
    try {
      return new Scheduling(
          priority, maximumTasks == null ? OptionalInt.empty() : OptionalInt.of(maximumTasks));
    } catch (IllegalArgumentException e) {
      throw new InvalidParameter(String.valueOf(e.getMessage()));
    }
  }
}
