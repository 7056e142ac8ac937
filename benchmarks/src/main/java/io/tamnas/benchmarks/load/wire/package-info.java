/** HTTP/1.1 over plain sockets, so that the simulation costs little beside what it measures. */
@NullMarked
package io.tamnas.benchmarks.load.wire;

import org.jspecify.annotations.NullMarked;
