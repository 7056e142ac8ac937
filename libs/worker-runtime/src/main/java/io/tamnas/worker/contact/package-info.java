/** Calls to the search service, and the patience to repeat them. */
@NullMarked
package io.tamnas.worker.contact;

import org.jspecify.annotations.NullMarked;
