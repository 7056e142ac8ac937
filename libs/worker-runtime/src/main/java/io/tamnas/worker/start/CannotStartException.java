package io.tamnas.worker.start;

import org.jspecify.annotations.Nullable;

/** The worker cannot start as it is configured. The message says what would be right. */
public final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStartException(String reason) {
    this(reason, null);
  }

  public CannotStartException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
