/** Tests of variation, and of whole searches. */
@NullMarked
package io.tamnas.nsga2.variation;

import org.jspecify.annotations.NullMarked;
