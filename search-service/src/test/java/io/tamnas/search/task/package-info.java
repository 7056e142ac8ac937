/** Attempts at tasks through the running service. */
@NullMarked
package io.tamnas.search.task;

import org.jspecify.annotations.NullMarked;
