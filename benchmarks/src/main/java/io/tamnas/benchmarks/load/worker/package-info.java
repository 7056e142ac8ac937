/** Workers that keep the protocol and make their results up. */
@NullMarked
package io.tamnas.benchmarks.load.worker;

import org.jspecify.annotations.NullMarked;
