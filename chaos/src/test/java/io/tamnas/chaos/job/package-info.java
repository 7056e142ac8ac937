/** Tests of what disturbs, without processes. */
@NullMarked
package io.tamnas.chaos.job;

import org.jspecify.annotations.NullMarked;
