package io.tamnas.nets.dataset.download;

import java.nio.file.Path;

/** The names of an archive's entries, of which none may lead out of the directory. */
final class EntryName {
  private static final int MOST_LENGTH = 255;
  private static final int MOST_STEPS = 32;

  private EntryName() {}

  /** Whether the text names something in a directory and nothing else, on any system. */
  static boolean isPlain(String step) {
    return !step.isBlank()
        && !step.equals(".")
        && !step.equals("..")
        && step.length() <= MOST_LENGTH
        && step.chars().noneMatch(c -> c < ' ' || c == 0x7F || "/\\:".indexOf(c) >= 0);
  }

  /** Where an entry goes. */
  static Path within(Path directory, String entry) throws UnsafeArchiveException {
    String name = entry.startsWith("./") ? entry.substring(2) : entry;
    String[] steps =
        (name.endsWith("/") ? name.substring(0, name.length() - 1) : name).split("/", -1);
    if (name.startsWith("/") || steps.length > MOST_STEPS) {
      throw leadsOut(entry);
    }
    Path path = directory;
    for (String step : steps) {
      if (!isPlain(step)) {
        throw leadsOut(entry);
      }
      path = path.resolve(step);
    }
    return path;
  }

  private static UnsafeArchiveException leadsOut(String entry) {
    return new UnsafeArchiveException(
        "its entry '" + entry + "' does not name a file within the archive's own directory");
  }
}
