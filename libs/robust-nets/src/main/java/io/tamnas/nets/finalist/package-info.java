/** Networks of their own, taken out of a supernet's space: what they compute, and their files. */
@NullMarked
package io.tamnas.nets.finalist;

import org.jspecify.annotations.NullMarked;
