/** Whether the loops of this process turn, and what it is told by what is outside of it. */
@NullMarked
package io.tamnas.search.pulse;

import org.jspecify.annotations.NullMarked;
