/** Immutable files named by their SHA-256: checkpoints, supernets, reports. */
@NullMarked
package io.tamnas.search.artifact;

import org.jspecify.annotations.NullMarked;
