/** The connections to the database: how long it may be silent, and calls that share one. */
@NullMarked
package io.tamnas.search.database;

import org.jspecify.annotations.NullMarked;
