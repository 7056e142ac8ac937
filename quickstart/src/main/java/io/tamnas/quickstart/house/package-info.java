/** The processes of one machine: started in order, watched, and stopped together. */
@NullMarked
package io.tamnas.quickstart.house;

import org.jspecify.annotations.NullMarked;
