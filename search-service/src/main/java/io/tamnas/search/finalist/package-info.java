/** Which subnets of a front are trained as networks of their own. */
@NullMarked
package io.tamnas.search.finalist;

import org.jspecify.annotations.NullMarked;
