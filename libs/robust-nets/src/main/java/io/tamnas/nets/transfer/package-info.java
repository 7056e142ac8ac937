/** How far the adversarial images of one subnet carry over to others. */
@NullMarked
package io.tamnas.nets.transfer;

import org.jspecify.annotations.NullMarked;
