/** Whether the heartbeats of this process go out, and are taken. */
@NullMarked
package io.tamnas.worker.pulse;

import org.jspecify.annotations.NullMarked;
