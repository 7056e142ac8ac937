/** Tells the search service, again and again, that this worker is there. */
@NullMarked
package io.tamnas.worker.registration;

import org.jspecify.annotations.NullMarked;
