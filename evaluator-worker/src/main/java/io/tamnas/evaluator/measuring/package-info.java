/** Tasks that measure a subnet. */
@NullMarked
package io.tamnas.evaluator.measuring;

import org.jspecify.annotations.NullMarked;
