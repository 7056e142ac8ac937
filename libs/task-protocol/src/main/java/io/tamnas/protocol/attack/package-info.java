/** Perturbation budgets and the attacks that measurements use. */
@NullMarked
package io.tamnas.protocol.attack;

import org.jspecify.annotations.NullMarked;
