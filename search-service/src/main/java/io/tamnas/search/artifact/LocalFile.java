package io.tamnas.search.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file being written. Its failures, such as a full disk, are those of the store, and are not
 * taken for failures of the connection that the bytes come from.
 */
record LocalFile(Path directory, FileChannel channel) implements AutoCloseable {

  static LocalFile open(Path directory, Path file) {
    try {
      return new LocalFile(directory, FileChannel.open(file, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  /** Waits until all of it is on the disk. */
  void force() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }
}
