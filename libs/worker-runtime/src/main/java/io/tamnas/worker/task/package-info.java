/**
 * What a worker does, as the runtime sees it: runners, what they are given, and how they end early.
 */
@NullMarked
package io.tamnas.worker.task;

import org.jspecify.annotations.NullMarked;
