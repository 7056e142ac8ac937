/** Chance without hidden state: every draw is a function of its key and its position. */
@NullMarked
package io.tamnas.nets.random;

import org.jspecify.annotations.NullMarked;
