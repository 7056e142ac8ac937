/** Which trace work belongs to, from the POST of a job to what workers report of it. */
@NullMarked
package io.tamnas.search.trace;

import org.jspecify.annotations.NullMarked;
