package io.tamnas.search.worker;

import io.tamnas.protocol.task.TaskKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What workers can be given, each kind looked up once: for what is told of one moment. */
public final class Availabilities {

  private final Workers workers;
  private final Map<Asked, Availability> known = new HashMap<>();

  public Availabilities(Workers workers) {
    this.workers = workers;
  }

  private record Asked(TaskKind kind, Optional<String> machine) {}

  /** Whether somebody can be given tasks of a kind, on that kind of machine where one is named. */
  public Availability of(TaskKind kind, Optional<String> machine) {
    return known.computeIfAbsent(
        new Asked(kind, machine), asked -> workers.availability(asked.kind(), asked.machine()));
  }
}
