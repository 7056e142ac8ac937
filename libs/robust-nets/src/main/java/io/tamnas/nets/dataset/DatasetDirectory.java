package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The names in a directory, sorted by their UTF-8 bytes. */
record DatasetDirectory(Path path, List<String> names) {

  /**
   * Lists a directory.
   *
   * @param content what belongs into it, for the message where it cannot be listed
   */
  static DatasetDirectory list(Path path, String content) {
    requireDirectory(path, content);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      List<String> names = new ArrayList<>();
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
      names.sort(
          (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
      return new DatasetDirectory(path, List.copyOf(names));
    } catch (DirectoryIteratorException unreadable) {
      throw unlistable(path, Objects.requireNonNull(unreadable.getCause()));
    } catch (IOException unreadable) {
      throw unlistable(path, unreadable);
    }
  }

  DatasetFile file(String name) {
    return new DatasetFile(path.resolve(name));
  }

  boolean has(String name) {
    return names.contains(name);
  }

  private static void requireDirectory(Path path, String content) {
    if (Files.isDirectory(path)) {
      return;
    }
    boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    String wrong = exists ? " is not a directory" : " does not exist";
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      wrong = " is a link that leads nowhere";
    }
    throw new InvalidDatasetException(path + wrong + "; expected a directory with " + content);
  }

  private static InvalidDatasetException unlistable(Path path, IOException unreadable) {
    return new InvalidDatasetException(
        path + " cannot be listed: " + DatasetFile.reason(unreadable));
  }
}
