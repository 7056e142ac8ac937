/** Files that are made once and shared by the workers of a machine. */
@NullMarked
package io.tamnas.nets.cache;

import org.jspecify.annotations.NullMarked;
