/** Tasks that measure how long a subnet takes for an image. */
@NullMarked
package io.tamnas.evaluator.latency;

import org.jspecify.annotations.NullMarked;
