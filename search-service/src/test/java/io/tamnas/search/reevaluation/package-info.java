@NullMarked
package io.tamnas.search.reevaluation;

import org.jspecify.annotations.NullMarked;
