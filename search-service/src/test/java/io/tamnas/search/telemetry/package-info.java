@NullMarked
package io.tamnas.search.telemetry;

import org.jspecify.annotations.NullMarked;
