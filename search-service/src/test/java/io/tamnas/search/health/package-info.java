@NullMarked
package io.tamnas.search.health;

import org.jspecify.annotations.NullMarked;
