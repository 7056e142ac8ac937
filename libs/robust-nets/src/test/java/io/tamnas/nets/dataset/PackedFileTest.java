package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.cache.CacheFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFileTest {
  private static final PackedFile.Layout SMALL =
      new PackedFile.Layout("a".repeat(64), 1000, 4, 5000, 1);

  @TempDir Path directory;

  @Test
  void holdsMoreClassesThanAByte() throws IOException {
    Path path = directory.resolve("packed");
    write(path, SMALL, 999);

    PackedFile packed = PackedFile.open(path, SMALL).orElseThrow();

    assertThat(packed.training().size()).isEqualTo(5000);
    assertThat(packed.training().label(4999)).isEqualTo(999);
    assertThat(packed.test().label(0)).isEqualTo(999);
    assertThat(Samples.pixels(packed.test(), 0, 4)).containsExactly(0, 0, 0x13, 0x88);
    assertThatThrownBy(() -> packed.training().label(5000))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void opensNothingThatIsMissingOrHoldsSomethingElse() throws IOException {
    Path path = directory.resolve("packed");
    assertThat(PackedFile.open(path, SMALL)).isEmpty();
    write(path, SMALL, 1);
    PackedFile.Layout other = new PackedFile.Layout("b".repeat(64), 1000, 4, 5000, 1);
    assertThat(PackedFile.open(path, other)).isEmpty();
  }

  @Test
  void finishesNothingThatIsIncomplete() throws IOException {
    try (PackedFileWriter writer = PackedFileWriter.create(directory.resolve("packed"), SMALL)) {
      writer.add(0, new byte[4]);
      assertThatThrownBy(writer::finish).hasMessageContaining("5001 images were found and 1 read");
    }
  }

  @Test
  void refusesWhatNoDiskHolds() {
    PackedFile.Layout huge =
        new PackedFile.Layout("a".repeat(64), 1000, 1 << 20, Integer.MAX_VALUE, 1);
    assertThatThrownBy(() -> PackedFileWriter.create(directory.resolve("packed"), huge))
        .isInstanceOf(CacheFailedException.class)
        .hasMessageContaining("but the disk of the cache");
  }

  @Test
  void readsFarMoreThanTheHeapHolds() throws Exception {
    Path path = directory.resolve("large");
    write(path, PackedMemory.layout(), 7);
    assertThat(Files.size(path)).isGreaterThan(900_000_000L);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PackedMemory.class.getName(),
                path.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).matches("[0-9a-f]{64} " + 7L * PackedMemory.IMAGES + " \\d+\\s*");
  }

  /** Every image holds its number. */
  private static void write(Path path, PackedFile.Layout layout, int label) throws IOException {
    byte[] pixels = new byte[layout.imageBytes()];
    try (PackedFileWriter writer = PackedFileWriter.create(path, layout)) {
      for (int image = 0; image < layout.images(); image++) {
        java.nio.ByteBuffer.wrap(pixels).putInt(0, image);
        writer.add(label, pixels);
      }
      writer.finish();
    }
  }
}
