/** Who may call what: the worker token. */
@NullMarked
package io.tamnas.search.access;

import org.jspecify.annotations.NullMarked;
