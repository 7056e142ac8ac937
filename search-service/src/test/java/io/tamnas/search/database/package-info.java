/** How long the database may be silent. */
@NullMarked
package io.tamnas.search.database;

import org.jspecify.annotations.NullMarked;
