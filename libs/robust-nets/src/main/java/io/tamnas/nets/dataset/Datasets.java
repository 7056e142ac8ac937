package io.tamnas.nets.dataset;

/** The data sets that can be opened. */
public final class Datasets {
  private Datasets() {}

  /**
   * Reads or draws all images into memory, checks every record, and cuts the validation images from
   * the training images.
   *
   * @throws InvalidDatasetException where files are missing, unreadable or malformed, or where the
   *     division does not fit
   */
  public static Dataset open(DatasetSource source, Division division) {
    return read(source).divided(division);
  }

  private static SourceImages read(DatasetSource source) {
    return switch (source) {
      case DatasetSource.Shapes shapes -> ShapesDrawing.draw(shapes);
      case DatasetSource.Cifar10 cifar10 -> Cifar10Files.read(cifar10.directory());
      case DatasetSource.Mnist mnist -> MnistFiles.read(mnist.directory());
    };
  }
}
