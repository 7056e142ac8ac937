/** From the data set that a task names to the images on this machine. */
@NullMarked
package io.tamnas.trainer.dataset;

import org.jspecify.annotations.NullMarked;
