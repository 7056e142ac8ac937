/** How the numeric engine of a worker is to be set up: threads and device. */
@NullMarked
package io.tamnas.worker.engine;

import org.jspecify.annotations.NullMarked;
