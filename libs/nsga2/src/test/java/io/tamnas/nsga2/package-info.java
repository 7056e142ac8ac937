/** Tests of ranking, by hand and against oracles. */
@NullMarked
package io.tamnas.nsga2;

import org.jspecify.annotations.NullMarked;
