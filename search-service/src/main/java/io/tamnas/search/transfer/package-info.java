/** How adversarial images of each of some subnets carry over to the others. */
@NullMarked
package io.tamnas.search.transfer;

import org.jspecify.annotations.NullMarked;
