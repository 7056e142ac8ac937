/**
 * An attempt at a task from its intake to the report of its outcome: heartbeats, metrics,
 * checkpoints.
 */
@NullMarked
package io.tamnas.worker.attempt;

import org.jspecify.annotations.NullMarked;
