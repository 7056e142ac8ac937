/** Which images a task works on. */
@NullMarked
package io.tamnas.protocol.dataset;

import org.jspecify.annotations.NullMarked;
