/** Stand-ins for the search service, runners and time, for the tests of workers. */
@NullMarked
package io.tamnas.worker.fake;

import org.jspecify.annotations.NullMarked;
