package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for a worker.
 *
 * @param checkpoint what an earlier attempt has left
 * @param machine the kind of machine that alone may do it; empty: any
 */
record ReadyTask(Task task, @Nullable CheckpointReport checkpoint, Optional<String> machine) {}
