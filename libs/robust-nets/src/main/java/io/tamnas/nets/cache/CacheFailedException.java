package io.tamnas.nets.cache;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The cache of this machine cannot be used, such as where its disk is full. Neither the data nor
 * the settings are at fault; the message says what to do.
 */
public final class CacheFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CacheFailedException(String what) {
    super(what);
  }

  /** A file of the cache could not be written or read. */
  public CacheFailedException(Path cache, IOException cause) {
    super(
        "the cache %s cannot be used (%s); where its disk is full, make room there or put tamnas.data.cache elsewhere"
            .formatted(cache, reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
