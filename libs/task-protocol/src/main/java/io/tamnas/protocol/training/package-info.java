/** How a supernet is trained. */
@NullMarked
package io.tamnas.protocol.training;

import org.jspecify.annotations.NullMarked;
