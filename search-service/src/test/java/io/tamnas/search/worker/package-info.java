/** Workers and their settings. */
@NullMarked
package io.tamnas.search.worker;

import org.jspecify.annotations.NullMarked;
