@NullMarked
package io.tamnas.search.correlation;

import org.jspecify.annotations.NullMarked;
