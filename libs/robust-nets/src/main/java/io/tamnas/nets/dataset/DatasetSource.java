package io.tamnas.nets.dataset;

import io.tamnas.nets.image.PixelFormat;
import java.nio.file.Path;

/** Where the images of a data set come from. */
public sealed interface DatasetSource {

  /**
   * Small coloured figures drawn from a seed, needing no files.
   *
   * @param imageSize height and width, 8 to 64 pixels
   * @param trainingImages before validation images are cut from them
   */
  record Shapes(int imageSize, int trainingImages, int testImages, long seed)
      implements DatasetSource {
    private static final int MOST_IMAGES = 100_000;

    public Shapes {
      requireWithin("shapes: the image size", imageSize, 8, 64);
      requireWithin("shapes: the number of training images", trainingImages, 2, MOST_IMAGES);
      requireWithin("shapes: the number of test images", testImages, 1, MOST_IMAGES);
    }
  }

  /**
   * CIFAR-10, binary version.
   *
   * @param directory holds {@code data_batch_*.bin} and {@code test_batch.bin}
   */
  record Cifar10(Path directory) implements DatasetSource {}

  /**
   * CIFAR-100, binary version, with its fine labels.
   *
   * @param directory holds {@code train.bin} and {@code test.bin}
   */
  record Cifar100(Path directory) implements DatasetSource {}

  /**
   * The cropped digits of SVHN, MATLAB 5.
   *
   * @param directory holds {@code train_32x32.mat} and {@code test_32x32.mat}; the extra split is
   *     not read
   */
  record Svhn(Path directory) implements DatasetSource {}

  /**
   * MNIST, IDX files, gzipped or plain.
   *
   * @param directory holds {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code
   *     t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each with or without {@code
   *     .gz}
   */
  record Mnist(Path directory) implements DatasetSource {}

  /**
   * Fashion-MNIST, IDX files, gzipped or plain.
   *
   * @param directory holds files of the same names as MNIST's
   */
  record FashionMnist(Path directory) implements DatasetSource {}

  /**
   * Pictures in a directory per class, PNG or JPEG, brought to one size.
   *
   * @param directory holds {@code train} and {@code test} (or {@code val}), each with one directory
   *     per class
   * @param cache where they are kept once decoded
   * @param imageSize height and width, {@value PixelFormat#LEAST_SIDE} to {@value
   *     PixelFormat#MOST_SIDE}
   * @param classes how many the directory must have
   */
  record Folder(Path directory, Path cache, int imageSize, PixelFormat.Colours colours, int classes)
      implements DatasetSource {
    private static final int MOST_CLASSES = 10_000;

    public Folder {
      requireWithin(
          "folder: the image size", imageSize, PixelFormat.LEAST_SIDE, PixelFormat.MOST_SIDE);
      requireWithin("folder: the number of classes", classes, 2, MOST_CLASSES);
    }
  }

  private static void requireWithin(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidDatasetException(
          "%s must be between %d and %d, is %d".formatted(what, least, most, value));
    }
  }
}
