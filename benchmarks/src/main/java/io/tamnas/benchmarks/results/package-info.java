/** Trains and measures supernets under settings that differ in one thing. */
@NullMarked
package io.tamnas.benchmarks.results;

import org.jspecify.annotations.NullMarked;
