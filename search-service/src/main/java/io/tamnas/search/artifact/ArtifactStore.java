package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Artifacts as files of one directory: {@code ab/ab34…}. A file appears under its name only when it
 * is whole, checked and on disk.
 */
final class ArtifactStore {

  private static final int CHUNK = 1 << 16;
  private static final String PART = "part";
  private static final String UNFINISHED = ".tmp";

  private final Path directory;
  private final long maxBytes;

  ArtifactStore(Path directory, long maxBytes) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.maxBytes = maxBytes;
  }

  /** Deletes what uploads have left behind that broke off with their process, long ago. */
  void sweep(Instant longAgo) throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(directory, PART + "*" + UNFINISHED)) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /**
   * Keeps what is read, and returns how many bytes that was. Replaces a file of that name, since
   * the content is the same or the old file is broken.
   *
   * @throws DigestMismatch where the content has another digest
   * @throws ArtifactTooLarge where it is longer than allowed
   */
  long put(Digest name, InputStream content) throws IOException {
    Path part = Files.createTempFile(directory, PART, UNFINISHED);
    try {
      long size = write(name, content, part);
      Path shelf = Files.createDirectories(shelf(name));
      Files.move(
          part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(shelf);
      return size;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Returns where something could be kept now.
   *
   * @throws IOException where not
   */
  void requireWritable() throws IOException {
    Path part = Files.createTempFile(directory, PART, UNFINISHED);
    try {
      Files.write(part, new byte[CHUNK]);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The file of that name, read in full and found whole.
   *
   * @throws ArtifactDamaged where the file is gone or has other content
   */
  Path verified(Digest name) throws IOException {
    Path file = file(name);
    if (!Files.isRegularFile(file)) {
      throw new ArtifactDamaged(name, "its file is missing from the store");
    }
    MessageDigest content = Digest.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        content.update(chunk, 0, n);
      }
    }
    if (!Digest.of(content).equals(name)) {
      throw new ArtifactDamaged(name, "its file has other content than its name says");
    }
    return file;
  }

  private long write(Digest name, InputStream content, Path part) throws IOException {
    MessageDigest digest = Digest.sha256();
    long size = 0;
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        size += n;
        if (size > maxBytes) {
          throw new ArtifactTooLarge(maxBytes);
        }
        digest.update(chunk, 0, n);
        writeFully(out, ByteBuffer.wrap(chunk, 0, n));
      }
      out.force(true);
    }
    Digest found = Digest.of(digest);
    if (!found.equals(name)) {
      throw new DigestMismatch(name, found);
    }
    return size;
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** Makes the new name in a directory durable. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path file(Digest name) {
    return shelf(name).resolve(name.text());
  }

  private Path shelf(Digest name) {
    return directory.resolve(name.text().substring(0, 2));
  }
}
