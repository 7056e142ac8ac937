@NullMarked
package io.tamnas.search.baseline;

import org.jspecify.annotations.NullMarked;
