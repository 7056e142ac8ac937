package io.tamnas.search.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells a full disk from one that fails in another way. */
final class DiskSpace {

  /** What systems say of it, in lower case. */
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "not enough space");

  /** Less than this is no room for anything. */
  private static final long NOTHING = 4096;

  private DiskSpace() {}

  /** What a failed write to that directory means. */
  static RuntimeException failure(Path directory, IOException cause) {
    String place = directory.toString();
    return isFull(directory, cause)
        ? new StoreFull(place, cause)
        : new StoreUnavailable(place, "cannot be written (" + cause.getMessage() + ")", cause);
  }

  private static boolean isFull(Path directory, IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(message::contains) || isFull(directory);
  }

  /** The message may be in the language of the machine. */
  private static boolean isFull(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace() < NOTHING;
    } catch (IOException unknown) {
      return false;
    }
  }
}
