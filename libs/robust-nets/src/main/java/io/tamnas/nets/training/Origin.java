package io.tamnas.nets.training;

import java.nio.file.Path;

/** Where the first weights of a network of its own come from. */
public sealed interface Origin {

  /** Drawn from the seed; running statistics begin with mean 0 and variance 1. */
  record Scratch() implements Origin {}

  /**
   * The path's slices of a supernet's weights; scales begin at 1, shifts at 0, and running
   * statistics as the path's own on the first clean training images.
   *
   * @param file of a supernet of the same space, trained on the same data
   * @param sha256 of the file
   */
  record OfSupernet(Path file, String sha256) implements Origin {}

  /** One line that names it. */
  default String text() {
    return switch (this) {
      case Scratch _ -> "scratch";
      case OfSupernet supernet -> "supernet " + supernet.sha256();
    };
  }
}
