package io.tamnas.quickstart.house;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where and how the services live.
 *
 * @param files of the run: database, artifacts and work in progress
 * @param logs one file per process
 * @param dataRoot in which the workers find data sets by name
 * @param threads of the tensor engine, in each worker
 */
public record Premises(Build build, Path files, Path logs, Optional<Path> dataRoot, int threads) {
  public Premises {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
  }

  /** With as many threads as the machine has processors: training and measuring take turns. */
  public static Premises of(Build build, Path files, Path logs, Optional<Path> dataRoot) {
    return new Premises(
        build,
        files.toAbsolutePath(),
        logs.toAbsolutePath(),
        dataRoot.map(Path::toAbsolutePath),
        Runtime.getRuntime().availableProcessors());
  }
}
