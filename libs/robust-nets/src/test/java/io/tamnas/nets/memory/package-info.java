/** What the engine keeps over thousands of steps; not in the test run, see {@code -Pmemory}. */
@NullMarked
package io.tamnas.nets.memory;

import org.jspecify.annotations.NullMarked;
