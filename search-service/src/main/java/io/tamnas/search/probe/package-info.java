/**
 * Probes: measured subnets, trained on their own for a short time, to see how far the supernet's
 * estimates put subnets in the right order.
 */
@NullMarked
package io.tamnas.search.probe;

import org.jspecify.annotations.NullMarked;
