/** Tests of latencies as objectives. */
@NullMarked
package io.tamnas.search.latency;

import org.jspecify.annotations.NullMarked;
