/** Populations, as functions. */
@NullMarked
package io.tamnas.search.generation;

import org.jspecify.annotations.NullMarked;
