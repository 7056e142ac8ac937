/** Networks that others learn from: trained for that, or trained here before. */
@NullMarked
package io.tamnas.search.teacher;

import org.jspecify.annotations.NullMarked;
