package io.tamnas.worker.dataset;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.start.CannotStartException;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The directory that holds the data sets; nothing outside of it is ever read for a job. */
public final class DataRoot {
  private final Path root;
  private final Path cache;
  private final Map<String, Download> downloads;

  private DataRoot(Path root, Path cache, Map<String, Download> downloads) {
    this.root = root;
    this.cache = cache;
    this.downloads = downloads;
  }

  /**
   * The configured directory.
   *
   * @throws CannotStartException where it is not set or not a directory that can be read
   */
  public static DataRoot of(DataProperties data) {
    Path configured = data.root();
    if (configured == null) {
      throw new CannotStartException(
          "tamnas.data.root (environment: TAMNAS_DATA_ROOT) is not set: name the directory that"
              + " holds the data sets; an empty one will do for 'shapes'");
    }
    try {
      Path root = configured.toRealPath();
      if (Files.isDirectory(root) && Files.isReadable(root)) {
        Path cache = Objects.requireNonNullElseGet(data.cache(), DataRoot::temporary);
        return new DataRoot(root, cache.toAbsolutePath(), data.downloads());
      }
    } catch (IOException e) {
      throw noDirectory(configured, e);
    }
    throw noDirectory(configured, null);
  }

  /** Of the user, so that nobody else's files are taken for one's own. */
  private static Path temporary() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "tamnas-data-" + System.getProperty("user.name"));
  }

  private static CannotStartException noDirectory(Path configured, @Nullable IOException e) {
    return new CannotStartException(
        "tamnas.data.root (environment: TAMNAS_DATA_ROOT): "
            + configured.toAbsolutePath()
            + " is not a directory that can be read; make it, or name the one that holds the data"
            + " sets",
        e);
  }

  /** For what was downloaded or decoded; shared by the workers of this machine. */
  public Path cache() {
    return cache;
  }

  /**
   * The directory of a data set, where it is there: the one that the reference gives, else the one
   * of its name.
   *
   * @throws TaskFailedException as INVALID where it leads out of the root, or cannot be reached so
   *     that it is not known whether it is there
   */
  public Optional<Path> find(DatasetReference reference) {
    String given = given(reference);
    Path relative = relative(given);
    try {
      Path directory = root.resolve(relative).toRealPath();
      if (!directory.startsWith(root)) {
        throw escapes(given);
      }
      return Optional.of(directory);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreachable(reference, given, e);
    }
  }

  private TaskFailedException unreachable(
      DatasetReference reference, String given, IOException cause) {
    return new TaskFailedException(
        FailureClass.INVALID,
        "data set '%s': the directory '%s' under the data root of this worker (%s) cannot be reached; look at its permissions and links: %s"
            .formatted(reference.name(), given, root, cause),
        cause);
  }

  /**
   * What stands in for a directory that is not there.
   *
   * @throws TaskFailedException as INVALID where nothing is configured
   */
  public Download download(DatasetReference reference) {
    String given = given(reference);
    Download download = downloads.get(given);
    if (download == null) {
      throw TaskFailedException.invalid(
          "data set '%s': there is no directory '%s' under the data root of this worker (%s); put the data set's files there, or set tamnas.data.downloads.%s with url and sha256"
              .formatted(reference.name(), given, root, given));
    }
    return download;
  }

  /** What stands in for directories that are not there, by their names, in the names' order. */
  public SortedMap<String, Download> missing() {
    SortedMap<String, Download> missing = new TreeMap<>(downloads);
    missing.keySet().removeIf(name -> Files.exists(root.resolve(relative(name))));
    return missing;
  }

  private static String given(DatasetReference reference) {
    return Objects.requireNonNullElse(reference.directory(), reference.name());
  }

  private static Path relative(String given) {
    try {
      Path path = Path.of(given);
      boolean climbs = hasParentSteps(path);
      if (given.isBlank() || path.isAbsolute() || climbs) {
        throw escapes(given);
      }
      return path;
    } catch (InvalidPathException e) {
      throw escapes(given);
    }
  }

  private static boolean hasParentSteps(Path path) {
    for (Path step : path) {
      if (step.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static TaskFailedException escapes(String given) {
    return TaskFailedException.invalid(
        "dataset.directory is a relative path under the worker's data root, without '..' and"
            + " without links that lead out of it; not '"
            + given
            + "'");
  }
}
