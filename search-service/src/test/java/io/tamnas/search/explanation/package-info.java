@NullMarked
package io.tamnas.search.explanation;

import org.jspecify.annotations.NullMarked;
