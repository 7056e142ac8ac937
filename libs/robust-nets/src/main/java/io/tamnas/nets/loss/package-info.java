/** What training minimizes and crafting maximizes, as functions of logits. */
@NullMarked
package io.tamnas.nets.loss;

import org.jspecify.annotations.NullMarked;
