/** Takes one task at a time, and lets go of it when the worker drains. */
@NullMarked
package io.tamnas.worker.intake;

import org.jspecify.annotations.NullMarked;
