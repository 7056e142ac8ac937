package io.tamnas.search.worker;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered worker.
 *
 * @param task the one that it works at
 */
@Schema(description = "A worker process that has registered")
public record Worker(
    String id,
    URI url,
    @Schema(description = "What it can be asked to do") List<TaskKind> kinds,
    @Schema(description = "What it computes on, such as cpu") String device,
    long memoryBytes,
    String version,
    @Schema(description = "All that changes bits in what it computes") String numericEnvironment,
    @Schema(description = "All that changes times in what it measures; null where it measures none")
        @Nullable String machine,
    @Schema(description = "LIVE: heard of within the lease; SILENT: not") Presence presence,
    @Schema(description = "WORK, or DRAIN: takes no new task") Directive directive,
    @Schema(description = "Why it gets no task for a while; absent where it is trusted")
        @Nullable Quarantine quarantine,
    Instant registeredAt,
    Instant seenAt,
    @Schema(description = "The task in hand; absent while it is idle") @Nullable UUID task) {
  public Worker {
    kinds = List.copyOf(kinds);
  }

  /** A time without tasks. */
  @Schema(
      description =
          "A time without tasks for a worker that failed again and again. Afterwards a success"
              + " clears it, and one more failure doubles it. A new incarnation is trusted.")
  public record Quarantine(
      Instant until,
      String reason,
      @Schema(description = "How many there were since the last success") int times) {}

  /** Whether a worker speaks. */
  public enum Presence {
    LIVE,
    SILENT
  }
}
