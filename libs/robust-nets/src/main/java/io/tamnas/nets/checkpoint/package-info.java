/** Named tensors in a file that is the same bytes for the same content. */
@NullMarked
package io.tamnas.nets.checkpoint;

import org.jspecify.annotations.NullMarked;
