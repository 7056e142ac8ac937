package io.tamnas.search.specification;

import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Reads a change of how a job is served: a merge patch (RFC 7386), where null means the usual. */
public final class SchedulingReader {

  private static final Range PRIORITY = new Range(-Scheduling.BOUND, Scheduling.BOUND);
  private static final Range TASKS = new Range(1, Scheduling.MOST_TASKS);

  private SchedulingReader() {}

  /**
   * How the job is served after the change.
   *
   * @throws InvalidSpecification with every violation at once
   */
  public static Scheduling read(JsonNode patch, Scheduling before) {
    Findings findings = new Findings();
    Section root = Section.of(new Item(patch, "", findings));
    int priority =
        root.member("priority")
            .map(item -> isNull(item) ? Scheduling.USUAL.priority() : number(item, PRIORITY))
            .orElse(before.priority());
    OptionalInt tasks =
        root.member("maximumTasks")
            .map(item -> isNull(item) ? OptionalInt.empty() : OptionalInt.of(number(item, TASKS)))
            .orElse(before.maximumTasks());
    root.finish();
    findings.throwIfAny();
    return new Scheduling(priority, tasks);
  }

  private static boolean isNull(Item item) {
    return item.node().isNull();
  }

  /** The number; where it is wrong, any in the range. */
  private static int number(Item item, Range range) {
    return Math.toIntExact(item.wholeNumber(range).orElse(range.least()));
  }
}
