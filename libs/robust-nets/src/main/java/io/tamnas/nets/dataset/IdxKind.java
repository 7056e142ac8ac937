package io.tamnas.nets.dataset;

/** The two kinds of IDX files that MNIST consists of. */
enum IdxKind {
  IMAGES(2051, 2),
  LABELS(2049, 0);

  /** Rows and columns of an image. */
  static final int EXTENT = 28;

  private final int magic;
  private final int dimensions;

  IdxKind(int magic, int dimensions) {
    this.magic = magic;
    this.dimensions = dimensions;
  }

  int magic() {
    return magic;
  }

  /** How many dimensions one item has, each of {@link #EXTENT}. */
  int dimensions() {
    return dimensions;
  }

  int headerBytes() {
    return Integer.BYTES * (2 + dimensions);
  }

  int itemBytes() {
    return switch (this) {
      case IMAGES -> EXTENT * EXTENT;
      case LABELS -> 1;
    };
  }

  /** What the items are called. */
  String items() {
    return switch (this) {
      case IMAGES -> "images";
      case LABELS -> "labels";
    };
  }
}
