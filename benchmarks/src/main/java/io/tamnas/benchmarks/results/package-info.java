/**
 * Trains and measures supernets under settings that differ in one thing, for the tables of
 * docs/results.md.
 */
@NullMarked
package io.tamnas.benchmarks.results;

import org.jspecify.annotations.NullMarked;
