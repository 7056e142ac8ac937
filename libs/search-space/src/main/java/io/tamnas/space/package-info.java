/** The search space: layers, block and channel choices, genotypes, and what a subnet costs. */
@NullMarked
package io.tamnas.space;

import org.jspecify.annotations.NullMarked;
