/** The blocks of a layer: what they compute, and which parameters they have. */
@NullMarked
package io.tamnas.nets.block;

import org.jspecify.annotations.NullMarked;
