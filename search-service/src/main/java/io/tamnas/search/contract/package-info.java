/** The published contract of the API, equal to what is served. */
@NullMarked
package io.tamnas.search.contract;

import org.jspecify.annotations.NullMarked;
