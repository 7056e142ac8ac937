/** Tests of what disturbs, without processes. */
@NullMarked
package io.tamnas.chaos.fault;

import org.jspecify.annotations.NullMarked;
