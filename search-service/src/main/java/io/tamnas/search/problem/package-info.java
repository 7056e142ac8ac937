/** How errors are told to clients: problem details of RFC 9457. */
@NullMarked
package io.tamnas.search.problem;

import org.jspecify.annotations.NullMarked;
