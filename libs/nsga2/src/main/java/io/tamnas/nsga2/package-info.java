/** NSGA-II (Deb et al. 2002), generic over the genotype. */
@NullMarked
package io.tamnas.nsga2;

import org.jspecify.annotations.NullMarked;
