/** How children come about: tournaments, crossover, mutation, and no child twice. */
@NullMarked
package io.tamnas.nsga2.variation;

import org.jspecify.annotations.NullMarked;
