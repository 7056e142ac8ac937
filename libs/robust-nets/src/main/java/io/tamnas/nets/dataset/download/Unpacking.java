package io.tamnas.nets.dataset.download;

import io.tamnas.nets.cache.CacheFailedException;
import io.tamnas.nets.cache.CacheFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes the entries of one archive into a directory, and counts what comes. */
final class Unpacking {
  static final int MOST_ENTRIES = 10_000_000;

  /** Pictures hardly shrink, plain pixels to a tenth; what swells more is a bomb. */
  static final int MOST_SWELLING = 100;

  private static final long SMALL = 1L << 20;

  private final Path directory;
  private final long mostBytes;
  private final int mostEntries;
  private final Runnable goOn;
  private final byte[] piece = new byte[1 << 16];
  private long bytes;
  private int entries;

  Unpacking(Path directory, long archiveBytes, Runnable goOn) {
    this(directory, Math.max(SMALL, MOST_SWELLING * archiveBytes), MOST_ENTRIES, goOn);
  }

  Unpacking(Path directory, long mostBytes, int mostEntries, Runnable goOn) {
    this.directory = directory;
    this.mostBytes = mostBytes;
    this.mostEntries = mostEntries;
    this.goOn = goOn;
  }

  void directory(String name) throws IOException {
    count();
    if (!name.equals("./") && !name.equals(".")) {
      make(EntryName.within(directory, name));
    }
  }

  void file(String name, InputStream content) throws IOException {
    count();
    Path path = EntryName.within(directory, name);
    make(Objects.requireNonNull(path.getParent()));
    try (CacheFile out = CacheFile.open(path, StandardOpenOption.CREATE_NEW)) {
      copy(content, out);
    } catch (FileAlreadyExistsException twice) {
      throw new UnsafeArchiveException("it holds '" + name + "' twice");
    }
  }

  private static void make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException failed) {
      throw new CacheFailedException(directory, failed);
    }
  }

  private void copy(InputStream content, CacheFile out) throws IOException {
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      bytes += read;
      if (bytes > mostBytes) {
        throw new UnsafeArchiveException(
            "it unpacks to more than %d bytes, too many for an archive of its size"
                .formatted(mostBytes));
      }
      goOn.run();
      out.write(piece, 0, read);
    }
  }

  private void count() throws IOException {
    entries++;
    if (entries > mostEntries) {
      throw new UnsafeArchiveException("it holds more than %d entries".formatted(mostEntries));
    }
    goOn.run();
  }
}
