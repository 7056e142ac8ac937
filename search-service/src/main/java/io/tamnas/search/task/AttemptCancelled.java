package io.tamnas.search.task;

import java.util.UUID;

/** A worker shall stop: nobody wants the task's result any more. */
record AttemptCancelled(UUID task, String worker) {}
