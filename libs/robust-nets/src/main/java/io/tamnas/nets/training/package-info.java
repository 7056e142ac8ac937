/**
 * Adversarial training of supernets and of networks of their own: recipes, schedules, steps, and
 * what may end them.
 */
@NullMarked
package io.tamnas.nets.training;

import org.jspecify.annotations.NullMarked;
