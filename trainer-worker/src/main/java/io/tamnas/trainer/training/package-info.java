/** Tasks that train a supernet. */
@NullMarked
package io.tamnas.trainer.training;

import org.jspecify.annotations.NullMarked;
