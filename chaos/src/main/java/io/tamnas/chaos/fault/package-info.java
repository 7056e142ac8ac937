/** Faults of the network between any two parts, and how soon a job gets on when they are over. */
@NullMarked
package io.tamnas.chaos.fault;

import org.jspecify.annotations.NullMarked;
