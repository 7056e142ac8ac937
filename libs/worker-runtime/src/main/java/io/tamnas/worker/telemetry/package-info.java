/** What operators see of a worker in numbers: its task, its pace, its heartbeats, its device. */
@NullMarked
package io.tamnas.worker.telemetry;

import org.jspecify.annotations.NullMarked;
