/** Who may call what. */
@NullMarked
package io.tamnas.search.access;

import org.jspecify.annotations.NullMarked;
