package io.tamnas.search.artifact;

import org.jspecify.annotations.Nullable;

/** The service does not start with this store. The message says what to do. */
public final class StoreRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreRefused(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
