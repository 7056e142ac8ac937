package io.tamnas.search.artifact;

import org.jspecify.annotations.Nullable;

/** The store does not do now what was asked; it may later. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String place, String reason, @Nullable Throwable cause) {
    super("the store of artifacts (" + place + ") " + reason + "; try again", cause);
  }
}
