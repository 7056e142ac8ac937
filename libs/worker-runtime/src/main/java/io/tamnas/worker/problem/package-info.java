/** Errors as RFC 9457 problems. */
@NullMarked
package io.tamnas.worker.problem;

import org.jspecify.annotations.NullMarked;
