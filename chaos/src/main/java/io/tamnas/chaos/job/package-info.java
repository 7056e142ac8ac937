/** The job that is disturbed: what is asked for, how far it is, and what it has found. */
@NullMarked
package io.tamnas.chaos.job;

import org.jspecify.annotations.NullMarked;
