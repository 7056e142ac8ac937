/** Processes killed at moments drawn from a seed, and what became of the job. */
@NullMarked
package io.tamnas.chaos.kill;

import org.jspecify.annotations.NullMarked;
