/** The orchestrator under load: real service, database and wire, but nothing is computed. */
@NullMarked
package io.tamnas.benchmarks.load;

import org.jspecify.annotations.NullMarked;
