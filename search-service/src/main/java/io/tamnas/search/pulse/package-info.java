/** Whether the loops of this process turn. */
@NullMarked
package io.tamnas.search.pulse;

import org.jspecify.annotations.NullMarked;
