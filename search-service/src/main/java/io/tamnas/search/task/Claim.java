package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt just opened: a task, its fencing token, and the worker that shall get it. */
record Claim(
    Task task,
    int attempt,
    String worker,
    UUID incarnation,
    URI url,
    @Nullable CheckpointReport checkpoint) {}
