/** What a search has found: fronts and generations as people see them. */
@NullMarked
package io.tamnas.search.front;

import org.jspecify.annotations.NullMarked;
