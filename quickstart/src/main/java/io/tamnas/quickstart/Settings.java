package io.tamnas.quickstart;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a quick start shall do.
 *
 * @param data the data set's own directory
 * @param output where results and logs go
 * @param afterwards what happens when the job is done
 */
record Settings(Job job, Optional<Path> data, Path output, Afterwards afterwards) {

  /** What becomes of the services when the job is done. */
  enum Afterwards {
    STOP,
    KEEP
  }

  /** What is searched. */
  sealed interface Job {}

  /** A specification that the user wrote. */
  record Written(Path file) implements Job {}

  /** A specification made of single settings; what is absent is left to defaults. */
  record Composed(
      DatasetName dataset,
      String preset,
      Optional<String> width,
      OptionalInt steps,
      OptionalInt population,
      OptionalInt generations,
      OptionalInt images,
      Optional<String> baseline,
      OptionalInt finalists,
      long seed)
      implements Job {}

  /** The data sets that can be named. */
  enum DatasetName {
    SHAPES,
    CIFAR10,
    CIFAR100,
    SVHN,
    MNIST,
    FASHION_MNIST;

    String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
