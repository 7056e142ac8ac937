@NullMarked
package io.tamnas.search.finalist;

import org.jspecify.annotations.NullMarked;
