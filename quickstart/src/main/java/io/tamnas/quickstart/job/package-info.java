/** A search job as a user of the public API sees it. */
@NullMarked
package io.tamnas.quickstart.job;

import org.jspecify.annotations.NullMarked;
