package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
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

/**
 * Artifacts as files of one directory: {@code ab/ab34…}. A file appears under its name only when it
 * is whole, checked and on disk.
 */
final class FileSystemStore implements ArtifactStore {

  private static final int CHUNK = 1 << 16;
  private static final String PART = "part";
  private static final String UNFINISHED = ".tmp";
  private static final String SHELF = "[0-9a-f][0-9a-f]";

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

  @Override
  public void requireWritable() throws IOException {
    Path part = Files.createTempFile(directory, PART, UNFINISHED);
    try {
      Files.write(part, new byte[CHUNK]);
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
      Path shelf = shelf(name);
      if (!Files.isDirectory(shelf)) {
        Files.createDirectories(shelf);
        force(directory);
      }
      Files.move(
          part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(shelf);
    } catch (IOException e) {
      throw DiskSpace.failure(directory, e);
    }
  }

  @Override
  public StoredContent open(Digest name) {
    FileChannel channel = channel(name);
    try {
      long length = channel.size();
      InputStream content = new ReadableContent(name, Channels.newInputStream(channel));
      return new StoredContent(GuardedContent.of(name, content, length), length);
    } catch (IOException e) {
      close(channel);
      throw unreadable(e);
    } catch (RuntimeException | Error failed) {
      close(channel);
      throw failed;
    }
  }

  /** A file that is there and does not open, such as with too many others open, is not broken. */
  private FileChannel channel(Digest name) {
    try {
      return FileChannel.open(file(name), StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new ArtifactDamaged(name, "its file is missing from the store");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException readOnly) {
      // nothing of it is lost
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
    try (DirectoryStream<Path> shelves = Files.newDirectoryStream(directory, SHELF)) {
      for (Path shelf : shelves) {
        if (Files.isDirectory(shelf)) {
          list(shelf, each);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw unreadable(e);
    }
  }

  private void list(Path shelf, Consumer<StoredObject> each) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
      for (Path file : files) {
        if (isArtifact(file)) {
          show(file, each);
        }
      }
    }
  }

  private boolean isArtifact(Path path) {
    String name = path.getFileName().toString();
    return Digest.isDigest(name) && path.equals(file(new Digest(name)));
  }

  private static void show(Path file, Consumer<StoredObject> each) throws IOException {
    try {
      each.accept(
          new StoredObject(
              new Digest(file.getFileName().toString()),
              Files.size(file),
              Files.getLastModifiedTime(file).toInstant()));
    } catch (NoSuchFileException deleted) {
      // another replica was faster
    }
  }

  @Override
  public UUID mark(String name, UUID first) {
    Path file = directory.resolve(name);
    try {
      if (!Files.exists(file)) {
        writeOnce(file, first.toString());
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
