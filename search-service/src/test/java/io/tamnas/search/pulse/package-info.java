@NullMarked
package io.tamnas.search.pulse;

import org.jspecify.annotations.NullMarked;
