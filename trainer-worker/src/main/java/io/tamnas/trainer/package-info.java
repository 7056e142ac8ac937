/** A worker that trains supernets and subnets. */
@NullMarked
package io.tamnas.trainer;

import org.jspecify.annotations.NullMarked;
