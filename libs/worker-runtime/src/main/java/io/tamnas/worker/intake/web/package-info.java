/** The HTTP interface through which tasks come in. */
@NullMarked
package io.tamnas.worker.intake.web;

import org.jspecify.annotations.NullMarked;
