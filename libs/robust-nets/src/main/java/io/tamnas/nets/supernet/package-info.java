/** One set of weights that holds every subnet of a space. */
@NullMarked
package io.tamnas.nets.supernet;

import org.jspecify.annotations.NullMarked;
