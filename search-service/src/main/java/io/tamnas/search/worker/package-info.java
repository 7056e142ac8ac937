/** The worker processes that have registered, and whether they live. */
@NullMarked
package io.tamnas.search.worker;

import org.jspecify.annotations.NullMarked;
