package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.space.InputShape;
import java.util.Objects;
import java.util.OptionalInt;

/** The data sets that a job can name, and what their images look like to a network. */
public enum DatasetCatalogue {
  CIFAR10("cifar10"),
  CIFAR100("cifar100"),
  FASHION_MNIST("fashion-mnist"),
  /** Pictures in one directory per class. */
  FOLDER("folder"),
  MNIST("mnist"),
  /** Coloured figures drawn from a seed. */
  SHAPES("shapes"),
  SVHN("svhn");

  private final String text;

  DatasetCatalogue(String text) {
    this.text = text;
  }

  /** The name in specifications. */
  public String text() {
    return text;
  }

  /** How many classes it has; a {@code folder} has as many as the job says. */
  public int classes(DatasetReference reference) {
    return switch (this) {
      case CIFAR10, FASHION_MNIST, MNIST, SHAPES, SVHN -> 10;
      case CIFAR100 -> 100;
      case FOLDER -> Objects.requireNonNull(reference.folder()).classes();
    };
  }

  /**
   * How many test images it has, of files in a directory of its own name those that are published;
   * empty where only the files tell.
   */
  OptionalInt testImages(DatasetReference reference) {
    return switch (this) {
      case CIFAR10, CIFAR100, FASHION_MNIST, MNIST -> published(reference, 10_000);
      case SVHN -> published(reference, 26_032);
      case SHAPES -> OptionalInt.of(Objects.requireNonNull(reference.shapes()).testImages());
      case FOLDER -> OptionalInt.empty();
    };
  }

  private OptionalInt published(DatasetReference reference, int images) {
    String directory = reference.directory();
    return directory == null || directory.equals(text)
        ? OptionalInt.of(images)
        : OptionalInt.empty();
  }

  /** Whether its images are drawn rather than read from files. */
  boolean isDrawn() {
    return this == SHAPES;
  }

  /** The shape of its images; some are as large as the job asks. */
  public InputShape input(DatasetReference reference) {
    return switch (this) {
      case CIFAR10, CIFAR100, SVHN -> new InputShape(3, 32, 32);
      case FASHION_MNIST, MNIST -> new InputShape(1, 28, 28);
      case SHAPES -> square(3, Objects.requireNonNull(reference.shapes()).imageSize());
      case FOLDER -> pictures(Objects.requireNonNull(reference.folder()));
    };
  }

  private static InputShape pictures(DatasetReference.Folder folder) {
    return square(folder.channels(), folder.imageSize());
  }

  private static InputShape square(int channels, int side) {
    return new InputShape(channels, side, side);
  }
}
