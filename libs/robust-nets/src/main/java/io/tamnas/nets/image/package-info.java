/** From the bytes of a PNG or JPEG file to pixels of a fixed size. */
@NullMarked
package io.tamnas.nets.image;

import org.jspecify.annotations.NullMarked;
