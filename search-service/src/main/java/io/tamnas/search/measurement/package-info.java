/** What subnets were measured to reach; stored once, never changed. */
@NullMarked
package io.tamnas.search.measurement;

import org.jspecify.annotations.NullMarked;
