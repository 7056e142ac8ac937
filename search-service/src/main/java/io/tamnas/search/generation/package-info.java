/** The population: generations, individuals, their ranks, and the front. */
@NullMarked
package io.tamnas.search.generation;

import org.jspecify.annotations.NullMarked;
