/** Members of the last front as networks of their own: trained, validated, exported. */
@NullMarked
package io.tamnas.search.finalist;

import org.jspecify.annotations.NullMarked;
