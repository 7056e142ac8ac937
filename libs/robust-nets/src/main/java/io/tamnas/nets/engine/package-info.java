/** The tensor engine: its device and threads, and what identifies its arithmetic. */
@NullMarked
package io.tamnas.nets.engine;

import org.jspecify.annotations.NullMarked;
