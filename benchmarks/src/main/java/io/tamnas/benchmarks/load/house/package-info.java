/** The service and its database as processes of their own, and what they cost. */
@NullMarked
package io.tamnas.benchmarks.load.house;

import org.jspecify.annotations.NullMarked;
