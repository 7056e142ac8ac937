/** How long what workers reported is kept. */
@NullMarked
package io.tamnas.search.retention;

import org.jspecify.annotations.NullMarked;
