/** Tasks, attempts and their outcomes, as they cross the wire. */
@NullMarked
package io.tamnas.protocol.task;

import org.jspecify.annotations.NullMarked;
