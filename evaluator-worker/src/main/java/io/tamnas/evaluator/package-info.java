/** A worker that measures subnets. */
@NullMarked
package io.tamnas.evaluator;

import org.jspecify.annotations.NullMarked;
