package io.tamnas.worker.attempt;

import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.start.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A worker's files: a folder per attempt, and the downloaded artifacts. Locked against a second
 * worker for as long as the process lives; what an earlier process left of its attempts is deleted.
 */
public final class WorkDirectory implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkDirectory.class);

  private final Path root;
  private final FileChannel lock;

  private WorkDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder for this process.
   *
   * @throws CannotStartException where it cannot be used, saying why
   */
  public static WorkDirectory open(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      requireAlone(root, channel);
      WorkDirectory directory = new WorkDirectory(root, channel);
      FileSystemUtils.deleteRecursively(directory.attempts());
      return directory;
    } catch (IOException e) {
      throw new CannotStartException(
          "tamnas.work.directory: " + root + " cannot be written (" + e + ")", e);
    }
  }

  private static void requireAlone(Path root, FileChannel channel) throws IOException {
    if (tryLock(channel) == null) {
      channel.close();
      throw new CannotStartException(
          "tamnas.work.directory: "
              + root
              + " is used by another worker; give every worker on this machine its own");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** The folder of downloaded artifacts; it outlives the process. */
  public Path artifacts() {
    return root.resolve("artifacts");
  }

  private Path attempts() {
    return root.resolve("attempts");
  }

  /** A new, empty folder for an attempt. */
  Path create(AttemptReference attempt) {
    Path folder = attempts().resolve(attempt.task() + "-" + attempt.attempt());
    try {
      FileSystemUtils.deleteRecursively(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " could not be made", e);
    }
  }

  /** Deletes an attempt's folder; one that cannot be deleted goes with the next start. */
  static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      log.warn("the folder {} could not be deleted; the next start tries again", folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
