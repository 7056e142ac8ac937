package io.tamnas.nets.engine;

import java.util.List;
import java.util.Locale;

/** Recognizes that memory did not suffice, be it Java's or the engine's. */
public final class MemoryShortage {
  /** What the engine and the libraries below it say, in lower case. */
  private static final List<String> ENGINE =
      List.of(
          "can't allocate memory",
          "cannot allocate memory",
          "failed to allocate memory",
          "not enough memory",
          "out of memory",
          "bad_alloc",
          "status_alloc_failed");

  private MemoryShortage() {}

  /** Whether it is the failure, or a cause of it. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof OutOfMemoryError || ENGINE.stream().anyMatch(message::contains)) {
        return true;
      }
    }
    return false;
  }
}
