/** Tests of hypervolume and knee. */
@NullMarked
package io.tamnas.nsga2.indicator;

import org.jspecify.annotations.NullMarked;
