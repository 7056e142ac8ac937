/** Tasks that export a finalist. */
@NullMarked
package io.tamnas.evaluator.export;

import org.jspecify.annotations.NullMarked;
