/** Until when an attempt owns its task, judged on a clock that never jumps. */
@NullMarked
package io.tamnas.worker.lease;

import org.jspecify.annotations.NullMarked;
