/** Fetches data sets whose address and digest are configured, and unpacks them into the cache. */
@NullMarked
package io.tamnas.nets.dataset.download;

import org.jspecify.annotations.NullMarked;
