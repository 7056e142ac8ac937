/** All that a job has found, as one document for programs and one page for people. */
@NullMarked
package io.tamnas.search.report;

import org.jspecify.annotations.NullMarked;
