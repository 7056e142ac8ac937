/** What is compared with what, and the beginning of it all. */
@NullMarked
package io.tamnas.benchmarks;

import org.jspecify.annotations.NullMarked;
