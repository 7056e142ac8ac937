/** A worker that trains supernets. */
@NullMarked
package io.tamnas.trainer;

import org.jspecify.annotations.NullMarked;
