/** The engine of this worker: threads and device, fixed at start. */
@NullMarked
package io.tamnas.evaluator.engine;

import org.jspecify.annotations.NullMarked;
