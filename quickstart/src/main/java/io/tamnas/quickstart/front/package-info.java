/** The front as numbers, as a table and as a picture. */
@NullMarked
package io.tamnas.quickstart.front;

import org.jspecify.annotations.NullMarked;
