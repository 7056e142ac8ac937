/** Whole searches through the running service. */
@NullMarked
package io.tamnas.search.job;

import org.jspecify.annotations.NullMarked;
