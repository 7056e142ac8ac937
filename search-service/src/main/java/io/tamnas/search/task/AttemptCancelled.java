package io.tamnas.search.task;

import java.util.UUID;

/** A worker shall stop: nobody wants the attempt's result any more. */
record AttemptCancelled(UUID task, int attempt, String worker) {}
