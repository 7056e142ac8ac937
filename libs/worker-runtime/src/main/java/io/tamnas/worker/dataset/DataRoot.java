package io.tamnas.worker.dataset;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.worker.start.CannotStartException;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The directory that holds the data sets; nothing outside of it is ever read for a job. */
public final class DataRoot {
  private final Path root;

  private DataRoot(Path root) {
    this.root = root;
  }

  /**
   * The configured directory.
   *
   * @throws CannotStartException where it is not set or not a directory that can be read
   */
  public static DataRoot of(@Nullable Path configured) {
    if (configured == null) {
      throw new CannotStartException(
          "tamnas.data.root (environment: TAMNAS_DATA_ROOT) is not set: name the directory that"
              + " holds the data sets; an empty one will do for 'shapes'");
    }
    try {
      Path root = configured.toRealPath();
      if (Files.isDirectory(root) && Files.isReadable(root)) {
        return new DataRoot(root);
      }
    } catch (IOException e) {
      throw noDirectory(configured, e);
    }
    throw noDirectory(configured, null);
  }

  private static CannotStartException noDirectory(Path configured, @Nullable IOException e) {
    return new CannotStartException(
        "tamnas.data.root (environment: TAMNAS_DATA_ROOT): "
            + configured.toAbsolutePath()
            + " is not a directory that can be read; make it, or name the one that holds the data"
            + " sets",
        e);
  }

  /**
   * The directory of a data set: the one that the reference gives, else the one of its name.
   *
   * @throws TaskFailedException as INVALID where it leads out of the root or is not there
   */
  public Path resolve(DatasetReference reference) {
    String given = Objects.requireNonNullElse(reference.directory(), reference.name());
    Path relative = relative(given);
    try {
      Path directory = root.resolve(relative).toRealPath();
      if (!directory.startsWith(root)) {
        throw escapes(given);
      }
      return directory;
    } catch (IOException e) {
      throw TaskFailedException.invalid(
          "data set '"
              + reference.name()
              + "': there is no directory '"
              + given
              + "' under the data root of this worker ("
              + root
              + "); put the data set's files there");
    }
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
