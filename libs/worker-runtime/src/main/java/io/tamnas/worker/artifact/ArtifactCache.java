package io.tamnas.worker.artifact;

import io.tamnas.worker.contact.SearchService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Local copies of artifacts, each verified whenever it is asked for. A download becomes visible
 * under its digest only when it is whole. The least recently used ones give way when the bound is
 * passed; the newest always stays.
 */
public final class ArtifactCache {
  private static final Logger log = LoggerFactory.getLogger(ArtifactCache.class);
  private static final String PART = ".part";

  private final Path directory;
  private final long bound;
  private final SearchService service;
  private final Clock clock;

  /**
   * @param directory this worker's alone; parts of earlier downloads in it are deleted
   * @param bound in bytes
   */
  public ArtifactCache(Path directory, long bound, SearchService service, Clock clock) {
    this.directory = directory;
    this.bound = bound;
    this.service = service;
    this.clock = clock;
    deleteParts();
  }

  /**
   * The file of that digest, downloaded where it is not here.
   *
   * @throws CorruptedArtifactException where other bytes arrive
   */
  public synchronized Path get(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "an artifact is named by 64 lower-case hexadecimal digits, not '" + sha256 + "'");
    }
    try {
      Path file = directory.resolve(sha256);
      if (!isWhole(file, sha256)) {
        download(sha256, file);
      }
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      makeRoom(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the artifact cache " + directory + " failed", e);
    }
  }

  private static boolean isWhole(Path file, String sha256) throws IOException {
    return Files.isRegularFile(file) && Digests.of(file).equals(sha256);
  }

  private void download(String sha256, Path file) throws IOException {
    Path part = directory.resolve(sha256 + PART);
    try {
      service.download(sha256, bytes -> receive(bytes, part, sha256));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      log.info("artifact {} downloaded, {} bytes", sha256, Files.size(file));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void receive(InputStream bytes, Path part, String sha256) throws IOException {
    try (OutputStream out = new LocalOutput(Files.newOutputStream(part))) {
      String arrived = Digests.copy(bytes, out);
      if (!arrived.equals(sha256)) {
        throw new CorruptedArtifactException(sha256, arrived);
      }
    }
  }

  private void makeRoom(Path newest) throws IOException {
    Deque<Path> oldestFirst = new ArrayDeque<>(files());
    long total = 0;
    for (Path file : oldestFirst) {
      total += Files.size(file);
    }
    while (total > bound && !oldestFirst.isEmpty()) {
      Path oldest = oldestFirst.pop();
      if (!oldest.equals(newest)) {
        total -= Files.size(oldest);
        Files.delete(oldest);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .sorted(Comparator.comparing(ArtifactCache::lastUse).thenComparing(Path::getFileName))
          .toList();
    }
  }

  private static FileTime lastUse(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteParts() {
    try {
      Files.createDirectories(directory);
      for (Path file : files()) {
        if (file.getFileName().toString().endsWith(PART)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the artifact cache " + directory + " failed", e);
    }
  }
}
