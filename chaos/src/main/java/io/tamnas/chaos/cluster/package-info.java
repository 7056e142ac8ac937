/** All processes of Tamnas as on a cluster: two replicas, three workers, PostgreSQL, a network. */
@NullMarked
package io.tamnas.chaos.cluster;

import org.jspecify.annotations.NullMarked;
