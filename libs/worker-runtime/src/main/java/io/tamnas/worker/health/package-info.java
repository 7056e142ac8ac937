/** Whether this worker can be given tasks (ready), and whether its loops turn (live). */
@NullMarked
package io.tamnas.worker.health;

import org.jspecify.annotations.NullMarked;
