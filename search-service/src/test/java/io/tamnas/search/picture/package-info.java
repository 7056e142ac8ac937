@NullMarked
package io.tamnas.search.picture;

import org.jspecify.annotations.NullMarked;
