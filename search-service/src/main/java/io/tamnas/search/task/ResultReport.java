package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskResult;

/**
 * A result that an attempt has reported.
 *
 * @param text the result as it is stored, the same for equal results
 */
record ResultReport(Task task, int attempt, TaskResult result, String text) {}
