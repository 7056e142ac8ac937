/** Clean and adversarial accuracy of a subnet taken out of a supernet. */
@NullMarked
package io.tamnas.nets.measuring;

import org.jspecify.annotations.NullMarked;
