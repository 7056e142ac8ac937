/** What workers observe while they work. */
@NullMarked
package io.tamnas.search.metric;

import org.jspecify.annotations.NullMarked;
