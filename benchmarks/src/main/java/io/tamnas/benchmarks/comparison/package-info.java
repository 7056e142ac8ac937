/** Two programs that do the same work in turns, and what their times say. */
@NullMarked
package io.tamnas.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
