/** How long the database may be silent, and the connections that keep to it. */
@NullMarked
package io.tamnas.search.database;

import org.jspecify.annotations.NullMarked;
