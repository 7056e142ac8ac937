/** The description of a worker's interface, as OpenAPI. */
@NullMarked
package io.tamnas.worker.contract;

import org.jspecify.annotations.NullMarked;
