/** The loads, each with the bar that it is held against. */
@NullMarked
package io.tamnas.benchmarks.load.scenario;

import org.jspecify.annotations.NullMarked;
