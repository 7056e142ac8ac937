/** Adversarial training of a supernet: recipe, schedules, steps, and what may end it. */
@NullMarked
package io.tamnas.nets.training;

import org.jspecify.annotations.NullMarked;
