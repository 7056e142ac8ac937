/** What a person sees while a job runs, on a terminal and without one. */
@NullMarked
package io.tamnas.quickstart.progress;

import org.jspecify.annotations.NullMarked;
