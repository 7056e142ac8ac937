/** Who may call: those with the shared token. */
@NullMarked
package io.tamnas.worker.access;

import org.jspecify.annotations.NullMarked;
