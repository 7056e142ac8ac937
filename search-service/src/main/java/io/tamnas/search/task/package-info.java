/** Units of work for workers: tasks, attempts, leases, and their dispatch. */
@NullMarked
package io.tamnas.search.task;

import org.jspecify.annotations.NullMarked;
