package io.tamnas.protocol.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tamnas.protocol.task.TaskKind;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Worker to service, as registration and again as heartbeat.
 *
 * @param url where the service reaches the worker
 * @param incarnation new at every start of the process: a new one ends its predecessor's attempts
 * @param memoryBytes of the machine
 * @param numericEnvironment all that changes bits in what this worker computes
 * @param machine all that changes times in what this worker measures; absent where it measures none
 * @param attempt the one in hand
 */
public record WorkerRegistration(
    URI url,
    UUID incarnation,
    Set<TaskKind> kinds,
    String device,
    long memoryBytes,
    String version,
    String numericEnvironment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String machine,
    @Nullable AttemptReference attempt) {
  public WorkerRegistration {
    kinds = Set.copyOf(kinds);
  }

  /** A task and the number of the attempt at it. */
  public record AttemptReference(UUID task, int attempt) {}
}
