/**
 * A whole classifier: stem, blocks, head; its parameters, its normalization, and its folded form.
 */
@NullMarked
package io.tamnas.nets.network;

import org.jspecify.annotations.NullMarked;
