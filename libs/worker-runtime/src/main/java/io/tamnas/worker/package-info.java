/** The life of a worker. */
@NullMarked
package io.tamnas.worker;

import org.jspecify.annotations.NullMarked;
