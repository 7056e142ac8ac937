/** Where data sets lie on this machine. */
@NullMarked
package io.tamnas.worker.dataset;

import org.jspecify.annotations.NullMarked;
