/** Images and labels: where they come from, how they are divided, and what identifies them. */
@NullMarked
package io.tamnas.nets.dataset;

import org.jspecify.annotations.NullMarked;
