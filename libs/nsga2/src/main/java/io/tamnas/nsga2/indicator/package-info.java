/** What a front amounts to: its hypervolume and its knee. */
@NullMarked
package io.tamnas.nsga2.indicator;

import org.jspecify.annotations.NullMarked;
