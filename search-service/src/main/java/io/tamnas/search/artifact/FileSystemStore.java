package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Artifacts as files of one directory: {@code ab/ab34…}. A file appears under its name only when it
 * is whole, checked and on disk.
 */
final class FileSystemStore implements ArtifactStore {

  private static final int CHUNK = 1 << 16;
  private static final String PART = "part";
  private static final String UNFINISHED = ".tmp";

  private final Path directory;
  private final long maxBytes;

  FileSystemStore(Path directory, long maxBytes) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.maxBytes = maxBytes;
  }

  @Override
  public void sweep(Instant longAgo) {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(directory, PART + "*" + UNFINISHED)) {
      for (Path part : parts) {
        if (isOlder(part, longAgo)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw unreadable(e);
    }
  }

  private static boolean isOlder(Path part, Instant time) throws IOException {
    try {
      return Files.getLastModifiedTime(part).toInstant().isBefore(time);
    } catch (NoSuchFileException finished) {
      return false;
    }
  }

  @Override
  public long put(Digest name, InputStream content) throws IOException {
    Path part = begin();
    try {
      long size = write(name, content, part);
      publish(name, part);
      return size;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path begin() {
    try {
      return Files.createTempFile(directory, PART, UNFINISHED);
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  private void publish(Digest name, Path part) {
    try {
      Path shelf = Files.createDirectories(shelf(name));
      Files.move(
          part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(shelf);
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  /** Reads the file in full before a byte of it is given out. */
  @Override
  public StoredContent open(Digest name) {
    try {
      FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ);
      try {
        verify(name, channel);
        return new StoredContent(Channels.newInputStream(channel.position(0)), channel.size());
      } catch (IOException | RuntimeException | Error failed) {
        channel.close();
        throw failed;
      }
    } catch (NoSuchFileException e) {
      throw new ArtifactDamaged(name, "its file is missing from the store");
    } catch (IOException e) {
      throw new ArtifactDamaged(name, "its file cannot be read (" + e.getMessage() + ")");
    }
  }

  private static void verify(Digest name, FileChannel channel) throws IOException {
    MessageDigest content = Digest.sha256();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    while (channel.read(chunk) >= 0) {
      content.update(chunk.flip());
      chunk.clear();
    }
    if (!Digest.of(content).equals(name)) {
      throw new ArtifactDamaged(name, "its file has other content than its name says");
    }
  }

  @Override
  public void delete(Digest name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void list(Consumer<StoredObject> each) {
    try (Stream<Path> files = Files.find(directory, 2, (path, attributes) -> isArtifact(path))) {
      files.forEach(file -> show(file, each));
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private boolean isArtifact(Path path) {
    String name = path.getFileName().toString();
    return Digest.isDigest(name) && path.equals(file(new Digest(name)));
  }

  private static void show(Path file, Consumer<StoredObject> each) {
    try {
      each.accept(
          new StoredObject(
              new Digest(file.getFileName().toString()),
              Files.size(file),
              Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException deleted) {
      // another replica was faster
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UUID identity() {
    Path file = directory.resolve(IDENTITY);
    try {
      if (!Files.exists(file)) {
        writeOnce(file, UUID.randomUUID().toString());
      }
      return StoreIdentity.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  /** Whole or not at all, and never over what somebody else has written. */
  private void writeOnce(Path file, String text) throws IOException {
    Path part = Files.createTempFile(directory, PART, UNFINISHED);
    try {
      Files.writeString(part, text);
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException another) {
      // was faster
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    force(directory);
  }

  @Override
  public String place() {
    return directory.toString();
  }

  private StoreUnavailable unreadable(Exception cause) {
    return new StoreUnavailable(place(), "cannot be used (" + cause.getMessage() + ")", cause);
  }

  private long write(Digest name, InputStream content, Path part) throws IOException {
    MessageDigest digest = Digest.sha256();
    long size = 0;
    try (LocalFile out = LocalFile.open(directory, part)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        size += n;
        if (size > maxBytes) {
          throw new ArtifactTooLarge(maxBytes);
        }
        digest.update(chunk, 0, n);
        out.write(ByteBuffer.wrap(chunk, 0, n));
      }
      out.force();
    }
    Digest found = Digest.of(digest);
    if (!found.equals(name)) {
      throw new DigestMismatch(name, found);
    }
    return size;
  }

  /** Makes the new name in a directory durable. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path file(Digest name) {
    return directory.resolve(name.path());
  }

  private Path shelf(Digest name) {
    return directory.resolve(name.shelf());
  }
}
