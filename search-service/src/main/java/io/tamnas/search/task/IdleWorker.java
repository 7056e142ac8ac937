package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A worker that waits for a task.
 *
 * @param machine what its latencies are measured on; empty where it measures none
 */
record IdleWorker(
    String id, UUID incarnation, URI url, Set<TaskKind> kinds, Optional<String> machine) {

  IdleWorker {
    kinds = Set.copyOf(kinds);
  }

  boolean canDo(ReadyTask ready) {
    return kinds.contains(ready.task().work().kind())
        && (ready.machine().isEmpty() || ready.machine().equals(machine));
  }
}
