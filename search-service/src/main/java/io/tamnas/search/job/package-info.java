/** Search jobs: their life, from the specification to the front. */
@NullMarked
package io.tamnas.search.job;

import org.jspecify.annotations.NullMarked;
