/** Files named by their SHA-256, on their way from and to the search service. */
@NullMarked
package io.tamnas.worker.artifact;

import org.jspecify.annotations.NullMarked;
