/** All of Tamnas on one machine in one command. */
@NullMarked
package io.tamnas.quickstart;

import org.jspecify.annotations.NullMarked;
