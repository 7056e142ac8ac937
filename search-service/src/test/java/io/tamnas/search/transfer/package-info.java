@NullMarked
package io.tamnas.search.transfer;

import org.jspecify.annotations.NullMarked;
