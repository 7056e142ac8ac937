/** Trained supernets, and what each is good for. */
@NullMarked
package io.tamnas.search.supernet;

import org.jspecify.annotations.NullMarked;
