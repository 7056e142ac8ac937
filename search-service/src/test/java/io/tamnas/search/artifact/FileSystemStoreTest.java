package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.SmallDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemStoreTest extends ArtifactStoreContract {

  @TempDir private Path directory;

  @Override
  ArtifactStore store() throws IOException {
    return new FileSystemStore(directory, LIMIT);
  }

  @Override
  ArtifactStore again() throws IOException {
    return store();
  }

  @Override
  void spoil(Digest name, byte[] content) throws IOException {
    Files.write(directory.resolve(name.path()), content);
  }

  @Override
  void spoilMark(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Override
  void breakOff(Digest name) throws IOException {
    Files.writeString(directory.resolve("part1.tmp"), "part");
  }

  @Override
  int brokenOff() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return (int) files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }

  @Test
  void leavesForeignFilesAlone() throws IOException {
    ArtifactStore store = store();
    Path notes = Files.writeString(directory.resolve("notes.txt"), "mine");
    Files.createDirectories(directory.resolve("ff"));
    Files.writeString(directory.resolve("ff").resolve("a".repeat(64)), "on another's shelf");

    store.sweep(Instant.MAX);

    assertThat(listed(store)).isEmpty();
    assertThat(notes).exists();
  }

  @Test
  void takesAFileThatCannotBeReadForDamaged() throws IOException {
    ArtifactStore store = store();
    Digest name = name(content(7));
    Files.createDirectories(directory.resolve(name.path()));

    assertThatExceptionOfType(ArtifactDamaged.class)
        .isThrownBy(() -> store.open(name))
        .withMessageContaining("cannot be read");
  }

  @Test
  void takesNoFileForDamagedWhoseReaderIsInterrupted() throws IOException {
    byte[] content = content(1000);
    ArtifactStore store = store();
    store.put(name(content), new ByteArrayInputStream(content));

    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.open(name(content)));
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void saysThatItsDiskIsFullAndKeepsNothing() throws IOException {
    byte[] content = content(2_000_000);
    try (SmallDisk disk = SmallDisk.of(1)) {
      ArtifactStore store = new FileSystemStore(disk.path(), LIMIT);

      assertThatExceptionOfType(StoreFull.class)
          .isThrownBy(() -> store.put(name(content), new ByteArrayInputStream(content)))
          .withMessageContaining(disk.path().toString())
          .withMessageContaining("make room");

      assertThat(listed(store)).isEmpty();
      byte[] small = content(500_000);
      store.put(name(small), new ByteArrayInputStream(small));
      assertThat(read(store, name(small))).isEqualTo(small);
    }
  }
}
