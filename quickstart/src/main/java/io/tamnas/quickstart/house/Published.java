package io.tamnas.quickstart.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The results that a quick start put into a directory, kept as a list of names in a file, so that
 * the next run can remove them and nothing else.
 */
record Published(Path directory) {

  /** Notes a result before it is there. */
  void add(String name) throws IOException {
    Files.writeString(list(), name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Removes the results of the run before, so that none is taken for this one's. */
  void deleteAll() {
    if (!Files.exists(list())) {
      return;
    }
    try {
      for (String name : Files.readAllLines(list())) {
        delete(name);
      }
      Files.delete(list());
    } catch (IOException e) {
      throw new HouseException(
          "the results of an earlier run in %s cannot be removed: %s"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  private void delete(String name) throws IOException {
    Path file = directory.resolve(name).normalize();
    if (directory.normalize().equals(file.getParent()) && Files.isRegularFile(file)) {
      Files.delete(file);
    }
  }

  private Path list() {
    return directory.resolve(".tamnas-published");
  }
}
