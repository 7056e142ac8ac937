/** Why a worker does not start, in one sentence. */
@NullMarked
package io.tamnas.worker.start;

import org.jspecify.annotations.NullMarked;
