package io.tamnas.nets.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * A file that was put there by others. It is read into memory whole, and never mapped: what was
 * checked and digested is then what is used, even if somebody writes to the file meanwhile.
 */
record DatasetFile(Path path) {

  /** The whole content; at most {@code most} bytes. */
  byte[] bytes(long most) {
    requireRegularFile();
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return bytes(channel, most);
    } catch (IOException unreadable) {
      throw new InvalidDatasetException(path + " cannot be read: " + reason(unreadable));
    }
  }

  /**
   * The first bytes, fewer where it is shorter, of a file that will be read piece by piece.
   *
   * @param most bytes that the whole file may have
   */
  byte[] beginning(int bytes, long most) {
    requireRegularFile();
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      requireAtMost(channel.size(), most);
      ByteBuffer content = ByteBuffer.allocate(bytes);
      while (content.hasRemaining() && channel.read(content) >= 0) {}
      return Arrays.copyOf(content.array(), content.position());
    } catch (IOException unreadable) {
      throw new InvalidDatasetException(path + " cannot be read: " + reason(unreadable));
    }
  }

  /** Says what is wrong within this file. */
  InvalidDatasetException wrong(String what) {
    return new InvalidDatasetException(path + ": " + what);
  }

  byte[] bytes(SeekableByteChannel channel, long most) throws IOException {
    long size = channel.size();
    requireAtMost(size, most);
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(size));
    while (content.hasRemaining()) {
      if (channel.read(content) < 0) {
        throw changed(size, "ended after " + content.position());
      }
    }
    if (channel.size() != size) {
      throw changed(size, "then had " + channel.size());
    }
    return content.array();
  }

  private void requireAtMost(long size, long most) {
    if (size > most) {
      throw new InvalidDatasetException(
          "%s has %d bytes; at most %d are accepted".formatted(path, size, most));
    }
  }

  private InvalidDatasetException changed(long size, String then) {
    return new InvalidDatasetException(
        "%s changed while it was read: it had %d bytes and %s; wait until it is complete"
            .formatted(path, size, then));
  }

  private void requireRegularFile() {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
        throw new InvalidDatasetException(
            path
                + (Files.isDirectory(path) ? " is a directory" : " is no regular file")
                + ", not a file to read");
      }
    } catch (NoSuchFileException missing) {
      throw new InvalidDatasetException(
          path + (Files.isSymbolicLink(path) ? " is a link that leads nowhere" : " is missing"));
    } catch (IOException unreadable) {
      throw new InvalidDatasetException(path + " cannot be read: " + reason(unreadable));
    }
  }

  /** What went wrong, in words; file system exceptions often say no more than their type. */
  static String reason(IOException unreadable) {
    return switch (unreadable) {
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> unreadable.getMessage() == null ? unreadable.toString() : unreadable.getMessage();
    };
  }
}
