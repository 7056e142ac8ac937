/**
 * Random search as a baseline: subnets drawn from the space, to be measured beside the search's.
 */
@NullMarked
package io.tamnas.search.baseline;

import org.jspecify.annotations.NullMarked;
