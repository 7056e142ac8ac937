package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFileTest {
  @TempDir Path directory;
  private Path path = Path.of("");

  @BeforeEach
  void place() {
    path = directory.resolve("some.bin");
  }

  @Test
  void readsAFileWhole() throws IOException {
    Files.write(path, new byte[] {1, 2, 3});
    assertThat(new DatasetFile(path).bytes(3)).containsExactly(1, 2, 3);
  }

  @Test
  void followsALink() throws IOException {
    Files.write(path, new byte[] {1});
    Path link = Files.createSymbolicLink(directory.resolve("link"), path);
    assertThat(new DatasetFile(link).bytes(3)).containsExactly(1);
  }

  @Test
  void saysThatAFileIsMissing() {
    refuses(path, path + " is missing");
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    Files.createSymbolicLink(path, directory.resolve("gone"));
    refuses(path, path + " is a link that leads nowhere");
  }

  @Test
  void saysThatALinkLeadsToItself() throws IOException {
    Files.createSymbolicLink(path, path);
    refuses(path, path + " cannot be read: ");
  }

  @Test
  void saysThatADirectoryIsNoFile() throws IOException {
    Files.createDirectory(path);
    refuses(path, path + " is a directory, not a file");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Files.write(path, new byte[] {1});
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(path)).as("permissions bind this user").isFalse();
    refuses(path, path + " cannot be read: permission denied");
  }

  @Test
  void refusesAFileOfTooManyBytes() throws IOException {
    Files.write(path, new byte[11]);
    refuses(path, path + " has 11 bytes; at most 10 are accepted");
  }

  @Test
  void noticesAFileThatShrinksWhileItIsRead() throws IOException {
    Files.write(path, new byte[7]);
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new DatasetFile(path).bytes(new OutdatedSize(path, 9, 9), 100))
        .withMessageContaining(path + " changed while it was read")
        .withMessageContaining("it had 9 bytes and ended after 7");
  }

  @Test
  void noticesAFileThatGrowsWhileItIsRead() throws IOException {
    Files.write(path, new byte[9]);
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new DatasetFile(path).bytes(new OutdatedSize(path, 7, 9), 100))
        .withMessageContaining("it had 7 bytes and then had 9");
  }

  private static void refuses(Path path, String message) {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new DatasetFile(path).bytes(10))
        .withMessageStartingWith(message);
  }

  /** Tells one size when first asked and another one later. */
  private static final class OutdatedSize implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private final long later;
    private long size;

    OutdatedSize(Path path, long first, long later) throws IOException {
      this.channel = Files.newByteChannel(path);
      this.size = first;
      this.later = later;
    }

    @Override
    public long size() {
      long told = size;
      size = later;
      return told;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
