package io.tamnas.quickstart.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run keeps its results, logs and files. Held by one run at a time through a lock that ends
 * with the process; a second run beside it takes the next free number. What the run needs only
 * while it lasts is deleted when it stops; nothing but what a quick start made is ever deleted, for
 * the directory may hold files of others.
 */
public final class OutputDirectory implements Resident {

  private static final int MOST = 20;

  private final Path directory;
  private final FileChannel lock;
  private final Published published;

  private OutputDirectory(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
    this.published = new Published(directory);
    new Census(census()).endAll();
    Trees.delete(files());
    Trees.delete(logs());
    published.deleteAll();
  }

  /** The wanted directory, or where another run holds it the same with -2, -3 … at its end. */
  public static OutputDirectory claim(Path wanted) {
    for (int number = 1; number <= MOST; number++) {
      Path directory =
          number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
      Trees.create(directory);
      FileChannel lock = lock(directory.resolve(".tamnas-lock"));
      if (lock != null) {
        return new OutputDirectory(directory, lock);
      }
    }
    throw new HouseException(MOST + " quick starts beside " + wanted + " are running already");
  }

  public Path path() {
    return directory;
  }

  /** Of the run alone. */
  public Path files() {
    return directory.resolve(".tamnas-run");
  }

  public Path logs() {
    return directory.resolve("tamnas-logs");
  }

  /** Puts a result in its place at once, so that no reader sees half of it. */
  public Path publish(String name, Writer writer) {
    Path target = directory.resolve(name);
    Path part = directory.resolve("." + name + ".part");
    try {
      published.add(name);
      writer.write(part);
      return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new HouseException(target + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Writes one file. */
  @FunctionalInterface
  public interface Writer {
    void write(Path file) throws IOException;
  }

  @Override
  public String name() {
    return directory.toString();
  }

  @Override
  public Optional<String> obituary() {
    return Optional.empty();
  }

  @Override
  public void stop(Duration grace) {
    try (lock) {
      Trees.delete(files());
    } catch (IOException e) {
      throw new HouseException("the lock of " + directory + " cannot be released", e);
    }
  }

  private Path census() {
    return files().resolve("processes");
  }

  private static @Nullable FileChannel lock(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return null;
      }
      return channel;
    } catch (IOException e) {
      throw new HouseException(file + " cannot be locked: " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
