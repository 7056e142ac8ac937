package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.space.InputShape;
import java.util.Objects;

/** The data sets that a job can name, and what their images look like to a network. */
public enum DatasetCatalogue {
  CIFAR10("cifar10"),
  MNIST("mnist"),
  /** Coloured figures drawn from a seed. */
  SHAPES("shapes");

  private static final int CLASSES = 10;

  private final String text;

  DatasetCatalogue(String text) {
    this.text = text;
  }

  /** The name in specifications. */
  public String text() {
    return text;
  }

  /** How many classes it has. */
  public int classes() {
    return CLASSES;
  }

  /** Whether its images are drawn rather than read from files. */
  boolean isDrawn() {
    return this == SHAPES;
  }

  /** The shape of its images; those of {@code shapes} are as large as the job asks. */
  public InputShape input(DatasetReference reference) {
    return switch (this) {
      case CIFAR10 -> new InputShape(3, 32, 32);
      case MNIST -> new InputShape(1, 28, 28);
      case SHAPES -> square(Objects.requireNonNull(reference.shapes()).imageSize());
    };
  }

  private static InputShape square(int side) {
    return new InputShape(3, side, side);
  }
}
