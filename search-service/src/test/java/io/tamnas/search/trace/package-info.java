@NullMarked
package io.tamnas.search.trace;

import org.jspecify.annotations.NullMarked;
