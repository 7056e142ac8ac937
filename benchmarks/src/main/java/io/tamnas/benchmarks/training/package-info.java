/** The training steps that both sides make, and their files for the peer. */
@NullMarked
package io.tamnas.benchmarks.training;

import org.jspecify.annotations.NullMarked;
