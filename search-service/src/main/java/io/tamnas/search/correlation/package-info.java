/** How far two measures put the same things in the same order. */
@NullMarked
package io.tamnas.search.correlation;

import org.jspecify.annotations.NullMarked;
