/**
 * What operators see of the service in numbers: queues, leases, workers, jobs, and what becomes of
 * tasks.
 */
@NullMarked
package io.tamnas.search.telemetry;

import org.jspecify.annotations.NullMarked;
