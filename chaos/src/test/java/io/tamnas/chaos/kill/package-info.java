/** Tests of what disturbs, without processes. */
@NullMarked
package io.tamnas.chaos.kill;

import org.jspecify.annotations.NullMarked;
