package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.space.InputShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

class SvhnFilesTest {
  private static final int IMAGE = 3 * 32 * 32;
  private static final String TRAINING = "train_32x32.mat";

  @TempDir Path directory;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write(TRAINING, digits(3), labels(10, 1, 9));
    write("test_32x32.mat", digits(2), labels(4, 10));
  }

  @Test
  void readsTenAsTheDigitZero() {
    SourceImages images = SvhnFiles.read(directory);

    assertThat(images.name()).isEqualTo("svhn");
    assertThat(images.shape()).isEqualTo(new InputShape(3, 32, 32));
    assertThat(images.classes()).isEqualTo(10);
    assertThat(labels(images.training())).containsExactly(0, 1, 9);
    assertThat(labels(images.test())).containsExactly(4, 0);
  }

  @Test
  void turnsColumnsIntoRows() {
    byte[] pixels = Samples.pixels(SvhnFiles.read(directory).training(), 2, IMAGE);

    assertThat(Byte.toUnsignedInt(pixels[0])).isEqualTo(value(0, 0, 0, 2));
    assertThat(Byte.toUnsignedInt(pixels[5 * 32 + 7])).isEqualTo(value(5, 7, 0, 2));
    assertThat(Byte.toUnsignedInt(pixels[2 * 1024 + 31 * 32 + 1])).isEqualTo(value(31, 1, 2, 2));
  }

  @Test
  void readsASingleImageToo() throws IOException {
    Matrix single = Mat5.newMatrix(new int[] {32, 32, 3}, MatlabType.UInt8);
    write(TRAINING, single, labels(7));
    assertThat(SvhnFiles.read(directory).training().size()).isEqualTo(1);
  }

  @Test
  void saysThatFilesAreMissing() throws IOException {
    Files.delete(directory.resolve(TRAINING));
    refuses("is missing");
  }

  @Test
  void refusesOtherDimensions() throws IOException {
    write(TRAINING, Mat5.newMatrix(new int[] {3, 32, 32, 3}, MatlabType.UInt8), labels(1, 1, 1));
    refuses("X has the dimensions 3x32x32x3; those of cropped digits are 32x32x3xN");
  }

  @Test
  void refusesLabelsThatAreNotAsManyAsImages() throws IOException {
    write(TRAINING, digits(3), labels(1, 2));
    refuses("X holds 3 images, y 2 labels");
  }

  @Test
  void refusesALabelThatNoDigitHas() throws IOException {
    write(TRAINING, digits(3), labels(1, 0, 2));
    refuses("label 1 of y is 0; labels are 1 to 10, 10 for the digit 0");
    write(TRAINING, digits(1), labels(11));
    refuses("label 0 of y is 11");
    Matrix half = labels(1);
    half.setDouble(0, 1.5);
    write(TRAINING, digits(1), half);
    refuses("label 0 of y is 1.5");
  }

  @Test
  void refusesPixelsThatAreNoBytes() throws IOException {
    Matrix wide = Mat5.newMatrix(new int[] {32, 32, 3, 1}, MatlabType.Int16);
    wide.setInt(6, 256);
    write(TRAINING, wide, labels(1));
    refuses("value 6 of X is 256; pixels are 0 to 255");
  }

  @Test
  void refusesAFileWithoutImages() throws IOException {
    try (MatFile other = Mat5.newMatFile().addArray("y", labels(1));
        var sink = Sinks.newStreamingFile(directory.resolve(TRAINING).toFile())) {
      other.writeTo(sink);
    }
    refuses("it holds no matrix X");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(directory.resolve(TRAINING));
    for (int length = 140; length < whole.length; length += 997) {
      Files.write(directory.resolve(TRAINING), Arrays.copyOf(whole, length));
      refuses("");
    }
  }

  @Test
  void refusesADamagedFile() throws IOException {
    byte[] damaged = Files.readAllBytes(directory.resolve(TRAINING));
    damaged[300] ^= 1;
    Files.write(directory.resolve(TRAINING), damaged);
    refuses("");
  }

  @Test
  void refusesOtherFormats() throws IOException {
    Files.write(directory.resolve(TRAINING), new byte[] {1, 2, 3});
    refuses("does not begin with 'MATLAB 5.0'");
    Files.writeString(directory.resolve(TRAINING), "MATLAB 7.3 MAT-file" + " ".repeat(200));
    refuses("is a MATLAB 7.3 file");
  }

  @Test
  void allocatesNothingForALyingLength() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    file.put(Files.readAllBytes(directory.resolve(TRAINING)), 0, 128);
    file.putInt(14).putInt(64); // matrix
    file.putInt(6).putInt(8).putInt(9).putInt(0); // unsigned bytes
    file.putInt(5).putInt(16).putInt(32).putInt(32).putInt(3).putInt(600_000);
    file.putInt(0x10001).putInt('X');
    file.putInt(2).putInt(1_843_200_000);
    Files.write(directory.resolve(TRAINING), file.array());

    refuses("a variable of 1843200000 bytes; at most 307200000 are accepted");
  }

  private void refuses(String problem) {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> SvhnFiles.read(directory))
        .withMessageStartingWith(directory.resolve(TRAINING).toString())
        .withMessageContaining(problem);
  }

  private static int value(int row, int column, int channel, int image) {
    return (row * 7 + column * 3 + channel * 50 + image * 11) % 256;
  }

  private static Matrix digits(int images) {
    Matrix digits = Mat5.newMatrix(new int[] {32, 32, 3, images}, MatlabType.UInt8);
    for (int place = 0; place < images * IMAGE; place++) {
      int plane = place / 1024;
      digits.setInt(place, value(place % 32, place / 32 % 32, plane % 3, plane / 3));
    }
    return digits;
  }

  private static Matrix labels(int... labels) {
    Matrix matrix = Mat5.newMatrix(labels.length, 1);
    for (int index = 0; index < labels.length; index++) {
      matrix.setDouble(index, labels[index]);
    }
    return matrix;
  }

  private static int[] labels(Images images) {
    return java.util.stream.IntStream.range(0, images.size()).map(images::label).toArray();
  }

  private void write(String name, Matrix pixels, Matrix labels) throws IOException {
    Path path = directory.resolve(name);
    Files.deleteIfExists(path);
    try (MatFile file = Mat5.newMatFile().addArray("X", pixels).addArray("y", labels);
        var sink = Sinks.newStreamingFile(path.toFile())) {
      file.writeTo(sink);
    }
  }
}
