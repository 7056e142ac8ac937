@NullMarked
package io.tamnas.search.probe;

import org.jspecify.annotations.NullMarked;
