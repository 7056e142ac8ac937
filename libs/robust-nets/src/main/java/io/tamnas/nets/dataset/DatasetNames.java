package io.tamnas.nets.dataset;

import java.nio.file.Path;
import java.util.function.Supplier;

/** The names of the data sets that can be opened. */
public final class DatasetNames {
  private DatasetNames() {}

  /**
   * The source of the data set of that name.
   *
   * @param directory of its files, asked only where it has files
   * @param drawing how it is drawn, asked only where it is
   * @param folder of pictures, asked only where it is one
   * @throws InvalidDatasetException where none has that name
   */
  public static DatasetSource source(
      String name,
      Supplier<Path> directory,
      Supplier<DatasetSource.Shapes> drawing,
      Supplier<DatasetSource.Folder> folder) {
    return switch (name) {
      case "shapes" -> drawing.get();
      case "cifar10" -> new DatasetSource.Cifar10(directory.get());
      case "cifar100" -> new DatasetSource.Cifar100(directory.get());
      case "svhn" -> new DatasetSource.Svhn(directory.get());
      case "fashion-mnist" -> new DatasetSource.FashionMnist(directory.get());
      case "mnist" -> new DatasetSource.Mnist(directory.get());
      case "folder" -> folder.get();
      default ->
          throw new InvalidDatasetException(
              "no data set is called '"
                  + name
                  + "'; known are shapes, cifar10, cifar100, svhn, mnist, fashion-mnist and folder");
    };
  }
}
