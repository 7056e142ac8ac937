package io.tamnas.search.pulse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A scheduled method on which everything waits: each of its rounds is short, and where none ends or
 * begins the process is taken for dead. What may rightly take long, such as housekeeping, is not
 * watched: a restart in the middle of it would only make it begin again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Watched {}
