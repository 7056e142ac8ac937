package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.MadeUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {

  private static final byte[] CONTENT = {1, 2, 3};
  private static final Digest NAME = new Digest(MadeUp.sha256(CONTENT));

  @TempDir private Path directory;
  private ArtifactStore store;

  @BeforeEach
  void open() throws IOException {
    store = new ArtifactStore(directory, 10);
  }

  @Test
  void keepsContentUnderItsDigest() throws IOException {
    assertThat(store.put(NAME, new ByteArrayInputStream(CONTENT))).isEqualTo(3);
    assertThat(store.verified(NAME)).hasBinaryContent(CONTENT);
  }

  @Test
  void leavesNothingOfContentThatIsTooLong() throws IOException {
    assertThatExceptionOfType(ArtifactTooLarge.class)
        .isThrownBy(() -> store.put(NAME, new ByteArrayInputStream(new byte[11])))
        .withMessageContaining("10 bytes");
    assertIsEmpty();
  }

  @Test
  void leavesNothingOfContentThatBreaksOff() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.put(NAME, broken));
    assertIsEmpty();
  }

  @Test
  void sweepsWhatOldUploadsHaveLeft() throws IOException {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    Path old = unfinished("partold.tmp", noon.minusSeconds(1));
    Path young = unfinished("partyoung.tmp", noon.plusSeconds(1));
    Path foreign = unfinished("notes.txt", noon.minusSeconds(1));
    store.put(NAME, new ByteArrayInputStream(CONTENT));

    store.sweep(noon);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
    assertThat(store.verified(NAME)).hasBinaryContent(CONTENT);
  }

  private Path unfinished(String name, Instant time) throws IOException {
    Path file = Files.writeString(directory.resolve(name), "part");
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatExceptionOfType(ArtifactDamaged.class)
        .isThrownBy(() -> store.verified(NAME))
        .withMessageContaining("missing");
  }

  private void assertIsEmpty() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
