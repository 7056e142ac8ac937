/** Tests of what disturbs, without processes. */
@NullMarked
package io.tamnas.chaos.network;

import org.jspecify.annotations.NullMarked;
