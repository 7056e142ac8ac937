/** Measurements and their intervals. */
@NullMarked
package io.tamnas.search.measurement;

import org.jspecify.annotations.NullMarked;
