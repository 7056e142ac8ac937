package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tamnas.nets.image.PixelFormat.Colours;
import io.tamnas.space.InputShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the real files where they are at hand; the numbers are those of the files' description. */
class RealDataTest {
  private static final int PICTURES = 300;
  private static final int CIFAR_PLANE = 32 * 32;

  @Test
  void readsTheRecordsOfCifar10() {
    SourceImages cifar10 = Cifar10Files.read(cifar10Directory());

    assertThat(cifar10.training().size()).isEqualTo(8_152);
    assertThat(cifar10.test().size()).isEqualTo(1_017);
    assertThat(classCounts(cifar10.training()))
        .containsExactly(817, 782, 820, 789, 866, 795, 813, 806, 846, 818);
    assertThat(classCounts(cifar10.test()))
        .containsExactly(105, 93, 100, 104, 92, 87, 114, 102, 110, 110);
  }

  @Test
  void readsThePixelsOfCifar10() {
    Images training = Cifar10Files.read(cifar10Directory()).training();

    assertThat(mean(training, 0)).isCloseTo(0.4930, within(0.00005));
    assertThat(mean(training, 1)).isCloseTo(0.4833, within(0.00005));
    assertThat(mean(training, 2)).isCloseTo(0.4468, within(0.00005));
  }

  @Test
  void startsCifar10WithItsFrog() {
    Images training = Cifar10Files.read(cifar10Directory()).training();
    byte[] pixels = Samples.pixels(training, 0, 3 * CIFAR_PLANE);

    assertThat(training.label(0)).isEqualTo(6);
    assertThat(new int[] {pixels[0], pixels[CIFAR_PLANE], pixels[2 * CIFAR_PLANE]})
        .containsExactly(59, 62, 63);
  }

  @Test
  void dividesCifar10() {
    Dataset cifar10 =
        Datasets.open(new DatasetSource.Cifar10(cifar10Directory()), new Division(1_024, 1));

    assertThat(cifar10.training().size()).isEqualTo(7_128);
    assertThat(cifar10.validation().size()).isEqualTo(1_024);
    assertThat(cifar10.digest())
        .isEqualTo("255dc963c1f118e869049985c25793691685476c53b35ceed882cc894990a620");
  }

  @Test
  void readsMnist() {
    SourceImages mnist = MnistFiles.read(directory("mnist"), MnistFiles.Version.MNIST);

    assertThat(mnist.training().size()).isEqualTo(60_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(classCounts(mnist.test()))
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(mnist.training().label(0)).isEqualTo(5);
    assertThat(mnist.test().label(0)).isEqualTo(7);
  }

  @Test
  void readsFashionMnistUnderItsUsualNames(@TempDir Path usual) throws IOException {
    Path part = directory("fashion-mnist-partial");
    for (String file : List.of("images-idx3-ubyte.gz", "labels-idx1-ubyte.gz")) {
      Files.createSymbolicLink(
          usual.resolve("train-" + file), part.resolve("train-first1813-" + file));
      Files.createSymbolicLink(
          usual.resolve("t10k-" + file), part.resolve("t10k-first4443-" + file));
    }

    Dataset fashion = Datasets.open(new DatasetSource.FashionMnist(usual), new Division(256, 1));

    assertThat(fashion.name()).isEqualTo("fashion-mnist");
    assertThat(fashion.shape()).isEqualTo(new InputShape(1, 28, 28));
    assertThat(fashion.training().size()).isEqualTo(1_813 - 256);
    assertThat(fashion.test().size()).isEqualTo(4_443);
    assertThat(fashion.test().label(0)).isEqualTo(9);
  }

  @Test
  void decodesPicturesCloseToTheOriginals(@TempDir Path directory) throws IOException {
    Images originals = Cifar10Files.read(cifar10Directory()).training();
    unpackPictures(directory("cifar10").resolve("cifar-10-jpeg.tar.gz"), directory);

    SourceImages folder =
        FolderFiles.read(
            new DatasetSource.Folder(
                directory.resolve("images"), directory.resolve("cache"), 32, Colours.RGB, 10),
            () -> {});

    assertThat(folder.training().size()).isEqualTo(PICTURES - PICTURES / 5);
    assertThat(folder.test().size()).isEqualTo(PICTURES / 5);
    Images training = folder.training();
    int[] firstOfClass = new int[10];
    for (int index = training.size() - 1; index >= 0; index--) {
      firstOfClass[training.label(index)] = index;
    }
    assertThat(difference(originals, 0, training, firstOfClass[6])).isBetween(0.5, 12.0);
    assertThat(difference(originals, 1, training, firstOfClass[9])).isBetween(0.5, 12.0);
  }

  /** The first pictures of the first batch, every fifth (beginning with the fifth) for the test. */
  private static void unpackPictures(Path archive, Path directory) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      int pictures = 0;
      for (TarArchiveEntry entry = tar.getNextEntry();
          entry != null && pictures < PICTURES;
          entry = tar.getNextEntry()) {
        if (entry.getName().matches("data_batch_1/\\d{5}_\\d\\.jpg")) {
          String name = entry.getName().substring("data_batch_1/".length());
          pictures++;
          Path target =
              directory.resolve(
                  "images/%s/%s/%s"
                      .formatted(pictures % 5 == 0 ? "test" : "train", name.charAt(6), name));
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
        }
      }
    }
  }

  /** Mean over all values, in grey levels. */
  private static double difference(Images one, int index, Images other, int otherIndex) {
    byte[] pixels = Samples.pixels(one, index, 3 * CIFAR_PLANE);
    byte[] otherPixels = Samples.pixels(other, otherIndex, 3 * CIFAR_PLANE);
    double sum = 0;
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      sum += Math.abs((pixels[pixel] & 0xFF) - (otherPixels[pixel] & 0xFF));
    }
    return sum / pixels.length;
  }

  private static Path cifar10Directory() {
    return directory("cifar10/cifar-10-exact-subset-bin");
  }

  private static Path directory(String name) {
    Path directory = Path.of(System.getProperty("tamnas.shared", "../shared"), "data", name);
    assumeThat(Files.isDirectory(directory)).as("real data lie in " + directory).isTrue();
    return directory;
  }

  private static int[] classCounts(Images images) {
    int[] counts = new int[10];
    for (int index = 0; index < images.size(); index++) {
      counts[images.label(index)]++;
    }
    return counts;
  }

  private static double mean(Images images, int channel) {
    byte[] pixels = new byte[3 * CIFAR_PLANE];
    long sum = 0;
    for (int index = 0; index < images.size(); index++) {
      images.copyPixels(index, pixels, 0);
      for (int pixel = channel * CIFAR_PLANE; pixel < (channel + 1) * CIFAR_PLANE; pixel++) {
        sum += Byte.toUnsignedInt(pixels[pixel]);
      }
    }
    return sum / 255.0 / CIFAR_PLANE / images.size();
  }
}
