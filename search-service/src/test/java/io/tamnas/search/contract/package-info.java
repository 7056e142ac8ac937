/** The published contract. */
@NullMarked
package io.tamnas.search.contract;

import org.jspecify.annotations.NullMarked;
