/** Which trace the work of an attempt belongs to: that of the job, as the service hands it over. */
@NullMarked
package io.tamnas.worker.trace;

import org.jspecify.annotations.NullMarked;
