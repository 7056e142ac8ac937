/** Our side of the comparisons: the work of one turn. */
@NullMarked
package io.tamnas.benchmarks.side;

import org.jspecify.annotations.NullMarked;
