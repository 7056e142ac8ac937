/** How workers register and learn what the service wants of them. */
@NullMarked
package io.tamnas.protocol.worker;

import org.jspecify.annotations.NullMarked;
