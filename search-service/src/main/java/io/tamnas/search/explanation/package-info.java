/** What the subnets of a front have in common that other measured subnets have not. */
@NullMarked
package io.tamnas.search.explanation;

import org.jspecify.annotations.NullMarked;
