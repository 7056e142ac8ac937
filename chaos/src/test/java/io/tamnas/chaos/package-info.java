/** Jobs on real processes that are killed and cut off, compared with undisturbed ones. */
@NullMarked
package io.tamnas.chaos;

import org.jspecify.annotations.NullMarked;
