package io.tamnas.search.task;

import java.util.Optional;

/**
 * A task that waits for a worker.
 *
 * @param begun whether an earlier attempt has left a checkpoint
 * @param machine the kind of machine that alone may do it; empty: any
 * @param failedOn the worker on which it failed last; another one shall have it, if one is idle
 * @param limited whether its job may have so many running tasks only
 */
record ReadyTask(
    Task task,
    boolean begun,
    Optional<String> machine,
    Optional<String> failedOn,
    boolean limited) {}
