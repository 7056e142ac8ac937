/** Tries training recipes at their real size; started by hand, never in a build. */
@NullMarked
package io.tamnas.nets.trial;

import org.jspecify.annotations.NullMarked;
