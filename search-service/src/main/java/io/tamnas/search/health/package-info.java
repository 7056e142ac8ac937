/** Whether this process can serve (ready), and whether it still runs as it should (live). */
@NullMarked
package io.tamnas.search.health;

import org.jspecify.annotations.NullMarked;
