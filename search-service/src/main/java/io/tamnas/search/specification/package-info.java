/**
 * What a user asks for: reading, checking, completing and digesting a search job's specification.
 */
@NullMarked
package io.tamnas.search.specification;

import org.jspecify.annotations.NullMarked;
