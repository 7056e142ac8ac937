/** What measuring the next genotype costs beside its attack. */
@NullMarked
package io.tamnas.benchmarks.genotype;

import org.jspecify.annotations.NullMarked;
