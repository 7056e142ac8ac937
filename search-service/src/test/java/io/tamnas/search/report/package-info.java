@NullMarked
package io.tamnas.search.report;

import org.jspecify.annotations.NullMarked;
