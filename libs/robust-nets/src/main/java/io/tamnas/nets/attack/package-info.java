/** Perturbations of images within a budget, and which images they break. */
@NullMarked
package io.tamnas.nets.attack;

import org.jspecify.annotations.NullMarked;
