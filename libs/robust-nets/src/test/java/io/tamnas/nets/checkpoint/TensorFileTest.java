package io.tamnas.nets.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {
  private static final NamedTensor KERNEL = new NamedTensor("kernel", List.of(2L, 3L));
  private static final NamedTensor BIAS = new NamedTensor("bias", List.of(2L));

  @TempDir Path directory;
  private Path file;
  private String digest;

  @BeforeEach
  void writeFile() {
    file = directory.resolve("net.tamnas");
    digest = write(file);
  }

  private static String write(Path file) {
    return new TensorFileWriter(new Header(Map.of("kind", "test")), List.of(KERNEL, BIAS))
        .write(
            file,
            tensor ->
                tensor.equals(KERNEL)
                    ? new float[] {1, -2, 3.5f, 0, Float.MIN_VALUE, 6}
                    : new float[] {7, 8});
  }

  @Test
  void readsWhatWasWritten() {
    TensorFile read = read(file);

    assertThat(read.header().value("kind")).isEqualTo("test");
    assertThat(read.values("kernel")).containsExactly(1, -2, 3.5f, 0, Float.MIN_VALUE, 6);
    assertThat(read.values("bias")).containsExactly(7, 8);
  }

  @Test
  void isNamedByTheDigestOfItsBytes() throws IOException {
    byte[] sha = TensorFile.sha256().digest(Files.readAllBytes(file));

    assertThat(digest).isEqualTo(HexFormat.of().formatHex(sha));
  }

  @Test
  void givesTheSameBytesForTheSameContentAndLeavesNoOtherFile() throws IOException {
    Path again = directory.resolve("again.tamnas");

    assertThat(write(again)).isEqualTo(digest);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(file, again);
    }
  }

  @Test
  void refusesAFileThatIsCutOffAnywhere() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));

      assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidCheckpointException.class);
    }
  }

  @Test
  void refusesAFileWithAnyByteChanged() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int position = 0; position < bytes.length; position++) {
      byte[] changed = bytes.clone();
      changed[position] ^= 0x10;
      Files.write(file, changed);

      assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidCheckpointException.class);
    }
  }

  @Test
  void trustsNoLengthEvenWhereTheDigestIsRight() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int content = bytes.length - 32;
    for (int position = TensorFile.MAGIC.length; position < content; position++) {
      byte[] changed = Arrays.copyOf(bytes, content);
      changed[position] = (byte) 0xFF;
      resign(changed);

      assertThat(outcome()).isIn("read", "refused");
    }
  }

  @Test
  void refusesASoundFileThatEndsBeforeItsHeader() throws IOException {
    for (int length = 0; length < 4; length++) {
      resign(Arrays.copyOf(TensorFile.MAGIC, TensorFile.MAGIC.length + length));

      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InvalidCheckpointException.class)
          .hasMessageContaining("ends before its header");
    }
  }

  private void resign(byte[] content) throws IOException {
    byte[] whole = Arrays.copyOf(content, content.length + 32);
    System.arraycopy(TensorFile.sha256().digest(content), 0, whole, content.length, 32);
    Files.write(file, whole);
  }

  /** Anything but these two ends the test with its own exception. */
  private String outcome() {
    try {
      read(file);
      return "read";
    } catch (InvalidCheckpointException e) {
      return "refused";
    }
  }

  @Test
  void refusesOtherTensorsAndNamesBoth() {
    NamedTensor wider = new NamedTensor("kernel", List.of(2L, 4L));

    assertThatThrownBy(() -> TensorFile.read(file, List.of(wider, BIAS)))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessage("net.tamnas: has tensor kernel [2, 3] where kernel [2, 4] is wanted");
    assertThatThrownBy(() -> TensorFile.read(file, List.of(KERNEL)))
        .hasMessageContaining("has 2 tensors, but 1 are wanted");
  }

  @Test
  void refusesAFileThatBelongsElsewhereAndNamesBoth() {
    assertThatThrownBy(() -> read(file).require(Map.of("kind", "supernet")))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessage("net.tamnas: is for kind 'test', but 'supernet' is wanted");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> read(directory.resolve("absent")))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("absent: cannot be read");
  }

  @Test
  void readsEveryHeaderThatItWrites() {
    for (Map<String, String> entries :
        List.of(
            Map.<String, String>of(), Map.of("a", ""), Map.of("a", "b\rc=d", "e", "f\u2028g"))) {
      Header header = new Header(entries);

      assertThat(Header.parse(header.text())).isEqualTo(header);
    }
  }

  @Test
  void refusesAHeaderEntryThatWouldBreakItsLine() {
    assertThatThrownBy(() -> new Header(Map.of("a", "b\nc=d")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TensorFile read(Path file) {
    return TensorFile.read(file, List.of(KERNEL, BIAS));
  }
}
