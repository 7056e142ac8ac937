/** Artifacts through the running service. */
@NullMarked
package io.tamnas.search.artifact;

import org.jspecify.annotations.NullMarked;
