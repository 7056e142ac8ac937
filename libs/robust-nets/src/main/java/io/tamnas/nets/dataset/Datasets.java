package io.tamnas.nets.dataset;

/** The data sets that can be opened. */
public final class Datasets {
  private Datasets() {}

  /**
   * Reads or draws all images into memory, checks every record, and cuts the validation images from
   * the training images. Those of a folder are decoded into a file of the cache instead, and read
   * from there.
   *
   * @param goOn called now and then; what it throws ends the opening
   * @throws InvalidDatasetException where files are missing, unreadable or malformed, or where the
   *     division does not fit
   */
  public static Dataset open(DatasetSource source, Division division, Runnable goOn) {
    return read(source, goOn).divided(division);
  }

  /** The same, to be waited for whatever may come. */
  public static Dataset open(DatasetSource source, Division division) {
    return open(source, division, () -> {});
  }

  private static SourceImages read(DatasetSource source, Runnable goOn) {
    return switch (source) {
      case DatasetSource.Shapes shapes -> ShapesDrawing.draw(shapes);
      case DatasetSource.Cifar10 cifar10 -> Cifar10Files.read(cifar10.directory());
      case DatasetSource.Mnist mnist ->
          MnistFiles.read(mnist.directory(), MnistFiles.Version.MNIST);
      case DatasetSource.FashionMnist fashion ->
          MnistFiles.read(fashion.directory(), MnistFiles.Version.FASHION_MNIST);
      case DatasetSource.Cifar100 cifar100 -> Cifar100Files.read(cifar100.directory());
      case DatasetSource.Folder folder -> FolderFiles.read(folder, goOn);
      case DatasetSource.Svhn svhn -> SvhnFiles.read(svhn.directory());
    };
  }
}
