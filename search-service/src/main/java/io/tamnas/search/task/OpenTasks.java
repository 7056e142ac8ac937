package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;

/** How many tasks of a kind are not at their end: they wait for a worker, or one has them. */
public record OpenTasks(TaskKind kind, int ready, int running) {}
