package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads the real files where they are at hand; the numbers are those of the files' description. */
class RealDataTest {
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
