package io.tamnas.quickstart.house;

import org.jspecify.annotations.Nullable;

/** A process could not be started, or ended when it should not have. */
public final class HouseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HouseException(String message) {
    this(message, null);
  }

  public HouseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
