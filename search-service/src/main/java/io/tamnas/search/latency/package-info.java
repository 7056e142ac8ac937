/** How long subnets take for an image, per kind of machine; stored once, never changed. */
@NullMarked
package io.tamnas.search.latency;

import org.jspecify.annotations.NullMarked;
