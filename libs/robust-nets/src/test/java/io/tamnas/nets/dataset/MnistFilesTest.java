package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.space.InputShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFilesTest {
  private static final int IMAGE = 28 * 28;
  private static final String IMAGES = "train-images-idx3-ubyte.gz";
  private static final String LABELS = "train-labels-idx1-ubyte.gz";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

  @TempDir Path directory;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write(IMAGES, gzip(images(3)));
    write(LABELS, gzip(labels(7, 8, 9)));
    write(TEST_IMAGES, gzip(images(2)));
    write(TEST_LABELS, gzip(labels(0, 1)));
  }

  @Test
  void readsImagesAndLabelsInOrder() {
    SourceImages images = MnistFiles.read(directory, MnistFiles.Version.MNIST);

    assertThat(images.name()).isEqualTo("mnist");
    assertThat(images.shape()).isEqualTo(new InputShape(1, 28, 28));
    assertThat(images.training().size()).isEqualTo(3);
    assertThat(images.test().size()).isEqualTo(2);
    assertThat(images.training().label(2)).isEqualTo(9);
    assertThat(Samples.pixels(images.training(), 2, IMAGE)).containsOnly(2);
  }

  @Test
  void readsPlainFilesToo() throws IOException {
    Files.delete(directory.resolve(IMAGES));
    write("train-images-idx3-ubyte", images(3));
    assertThat(MnistFiles.read(directory, MnistFiles.Version.MNIST).training().size()).isEqualTo(3);
  }

  @Test
  void readsAPlainFileWhoseNameSaysOtherwise() throws IOException {
    write(IMAGES, images(3));
    assertThat(MnistFiles.read(directory, MnistFiles.Version.MNIST).training().size()).isEqualTo(3);
  }

  @Test
  void saysWhatBelongsIntoAMissingDirectory() {
    Path missing = directory.resolve("missing");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> MnistFiles.read(missing, MnistFiles.Version.MNIST))
        .withMessageStartingWith(missing + " does not exist")
        .withMessageContaining("train-images-idx3-ubyte");
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    Files.delete(directory.resolve(TEST_LABELS));
    refuses(TEST_LABELS, "is missing");
  }

  @Test
  void refusesAnotherMagicNumber() throws IOException {
    write(IMAGES, gzip(labels(1, 2, 3)));
    refuses(IMAGES, "magic number is 2049; images have 2051");
    write(IMAGES, gzip(images(3)));
    write(LABELS, gzip(images(3)));
    refuses(LABELS, "magic number is 2051; labels have 2049");
  }

  @Test
  void refusesImagesOfAnotherExtent() throws IOException {
    write(IMAGES, gzip(idx(3 * 27 * 28, 2051, 3, 27, 28)));
    refuses(IMAGES, "(byte 8) says 27, where MNIST's images have 28 rows");
    write(IMAGES, gzip(idx(3 * IMAGE, 2051, 3, 28, -1)));
    refuses(IMAGES, "(byte 12) says 4294967295, where MNIST's images have 28 columns");
  }

  @Test
  void refusesAFileThatEndsWithinItsHeader() throws IOException {
    write(LABELS, gzip(new byte[] {0, 0, 8}));
    refuses(LABELS, "ends within its header, after 3 of 8 bytes");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    write(IMAGES, new byte[0]);
    refuses(IMAGES, "ends within its header, after 0 of 16 bytes");
  }

  @Test
  void refusesFewerImagesThanPromised() throws IOException {
    write(IMAGES, gzip(Arrays.copyOf(images(3), 16 + 3 * IMAGE - 1)));
    refuses(IMAGES, "promises 2352 bytes of images, 2351 are there");
  }

  @Test
  void refusesMoreImagesThanPromised() throws IOException {
    write(IMAGES, gzip(Arrays.copyOf(images(3), 16 + 3 * IMAGE + 1)));
    refuses(IMAGES, "more follows the 2352 bytes of images");
  }

  @Test
  void refusesFewerPlainImagesThanPromised() throws IOException {
    write(IMAGES, Arrays.copyOf(images(3), 16 + 2 * IMAGE));
    refuses(IMAGES, "says 3 images; a file of its size holds at most 2");
  }

  @Test
  void refusesTruncatedGzipDataWhereverItEnds() throws IOException {
    byte[] whole = gzip(images(3));
    for (int length = 2; length < whole.length; length++) {
      write(IMAGES, Arrays.copyOf(whole, length));
      refuses(IMAGES, "gzip data is truncated after " + length + " bytes");
    }
  }

  @Test
  void refusesGarbageAfterTheGzipData() throws IOException {
    byte[] whole = gzip(images(3));
    for (int more : new int[] {1, 17, 18, 19, 64, 600}) {
      write(IMAGES, Arrays.copyOf(whole, whole.length + more));
      refuses(IMAGES, more + " bytes follow the end of its gzip data");
    }
  }

  @Test
  void refusesASecondGzipMember() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.writeBytes(gzip(labels(7, 8, 9)));
    twice.writeBytes(gzip(labels(7, 8, 9)));
    write(LABELS, twice.toByteArray());
    refuses(LABELS, "more follows the 3 bytes of labels");
  }

  @Test
  void refusesDamagedGzipData() throws IOException {
    byte[] damaged = gzip(images(3));
    damaged[damaged.length - 5] ^= 1;
    write(IMAGES, damaged);
    refuses(IMAGES, "gzip data is damaged");
  }

  @Test
  void refusesAPromiseThatNoCompressionCouldKeep() throws IOException {
    byte[] bomb = gzip(idx(0, 2051, -1, 28, 28));
    write(IMAGES, bomb);
    refuses(
        IMAGES,
        "says 4294967295 images; a file of its size holds at most " + bomb.length * 1032 / IMAGE);
  }

  @Test
  void refusesAFileOfNoImages() throws IOException {
    write(IMAGES, gzip(images(0)));
    refuses(IMAGES, "says 0 images; at least one is needed");
  }

  @Test
  void refusesALabelThatNoClassHas() throws IOException {
    write(LABELS, gzip(labels(7, 8, 10)));
    refuses(LABELS, "label 2 (byte 10 of the unpacked file) is 10; labels are 0 to 9");
  }

  @Test
  void refusesLabelsThatAreNotAsManyAsImages() throws IOException {
    write(LABELS, gzip(labels(7, 8)));
    refuses(IMAGES, "holds 3 images, " + directory.resolve(LABELS) + " 2 labels");
  }

  @Test
  void namesAllFilesThatAreWrong() throws IOException {
    write(IMAGES, gzip(labels(1)));
    write(LABELS, gzip(labels(11, 1, 1)));
    Files.delete(directory.resolve(TEST_IMAGES));
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> MnistFiles.read(directory, MnistFiles.Version.MNIST))
        .satisfies(refused -> assertThat(refused.problems()).hasSize(3));
  }

  private void refuses(String name, String problem) {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> MnistFiles.read(directory, MnistFiles.Version.MNIST))
        .withMessageStartingWith(directory.resolve(name).toString())
        .withMessageContaining(problem);
  }

  /** Images whose pixels all have the image's number. */
  private static byte[] images(int count) {
    byte[] file = idx(count * IMAGE, 2051, count, 28, 28);
    for (int index = 0; index < count; index++) {
      Arrays.fill(file, 16 + index * IMAGE, 16 + (index + 1) * IMAGE, (byte) index);
    }
    return file;
  }

  private static byte[] labels(int... labels) {
    byte[] file = idx(labels.length, 2049, labels.length);
    for (int index = 0; index < labels.length; index++) {
      file[8 + index] = (byte) labels[index];
    }
    return file;
  }

  private static byte[] idx(int bodyBytes, int... header) {
    ByteBuffer file = ByteBuffer.allocate(4 * header.length + bodyBytes);
    for (int number : header) {
      file.putInt(number);
    }
    return file.array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    return compressed.toByteArray();
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }
}
