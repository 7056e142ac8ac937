/** How long rows are kept, on a real database. */
@NullMarked
package io.tamnas.search.retention;

import org.jspecify.annotations.NullMarked;
