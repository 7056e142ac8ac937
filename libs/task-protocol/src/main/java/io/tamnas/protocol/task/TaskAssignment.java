package io.tamnas.protocol.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Service to worker: here is attempt n of a task.
 *
 * @param attempt the fencing token, from 1
 * @param leaseSeconds how long the attempt owns the task without a heartbeat
 * @param checkpoint the newest state that an earlier attempt uploaded
 */
public record TaskAssignment(
    UUID task,
    int attempt,
    UUID job,
    int leaseSeconds,
    Work work,
    @Nullable CheckpointReport checkpoint) {}
