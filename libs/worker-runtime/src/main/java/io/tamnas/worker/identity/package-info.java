/** Who a worker is: its id, its address, what it computes with. */
@NullMarked
package io.tamnas.worker.identity;

import org.jspecify.annotations.NullMarked;
