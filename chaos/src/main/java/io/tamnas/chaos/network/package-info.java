/** Connections between processes that can be made to fail: cut, slow, silent or broken off. */
@NullMarked
package io.tamnas.chaos.network;

import org.jspecify.annotations.NullMarked;
