/** The orchestrator of search jobs. */
@NullMarked
package io.tamnas.search;

import org.jspecify.annotations.NullMarked;
