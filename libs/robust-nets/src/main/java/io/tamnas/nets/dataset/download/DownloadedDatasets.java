package io.tamnas.nets.dataset.download;

import io.tamnas.nets.cache.CacheFailedException;
import io.tamnas.nets.cache.CacheLock;
import io.tamnas.nets.dataset.InvalidDatasetException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Data sets that were downloaded, and those that can be: in the cache there is a directory per set
 * of files, and it appears whole or not at all.
 */
public final class DownloadedDatasets {
  private final Path cache;
  private final Patience patience;

  /**
   * @param cache made where it is missing
   */
  public DownloadedDatasets(Path cache, Patience patience) {
    this.cache = cache;
    this.patience = patience;
  }

  /**
   * The directory with the content of these files: archives unpacked, others as they are. Brought
   * where it is not there yet, by one of all workers of this machine.
   *
   * @param name to be recognised by
   * @param goOn called now and then; what it throws ends the download, which goes on there next
   *     time
   * @throws InvalidDatasetException where a file is another one, or unsafe
   * @throws DownloadFailedException where a server does not give its file
   * @throws CacheFailedException where the cache cannot be written, such as on a full disk
   */
  public Path directory(String name, List<RemoteFile> files, Runnable goOn) {
    if (files.isEmpty()) {
      throw new InvalidDatasetException("the download of '" + name + "' names no file");
    }
    Path target = cache.resolve(label(name) + "-" + key(files));
    try {
      if (!Files.isDirectory(target)) {
        bring(files, target, goOn);
      }
      return inner(target);
    } catch (IOException unwritable) {
      throw new CacheFailedException(cache, unwritable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InvalidDatasetException("the download of '" + name + "' was interrupted");
    }
  }

  private void bring(List<RemoteFile> files, Path target, Runnable goOn)
      throws IOException, InterruptedException {
    Path lock = target.resolveSibling(target.getFileName() + ".lock");
    try (CacheLock _ = CacheLock.take(lock, goOn)) {
      if (Files.isDirectory(target)) {
        return;
      }
      Path unfinished = target.resolveSibling(target.getFileName() + ".part");
      Trees.delete(unfinished);
      Files.createDirectories(unfinished);
      try {
        fill(unfinished, files, goOn);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Trees.delete(unfinished);
      }
    }
  }

  private void fill(Path directory, List<RemoteFile> files, Runnable goOn)
      throws IOException, InterruptedException {
    try (HttpClient client = client()) {
      Download download = new Download(client, patience, goOn);
      for (RemoteFile file : files) {
        PartialFile partial = new PartialFile(cache.resolve(file.sha256() + ".download"));
        download.complete(file, partial);
        unpack(file, partial, directory, goOn);
      }
    }
    for (RemoteFile file : files) {
      new PartialFile(cache.resolve(file.sha256() + ".download")).delete();
    }
  }

  private static void unpack(RemoteFile file, PartialFile partial, Path directory, Runnable goOn)
      throws IOException {
    try {
      new Archive(partial.path(), file.name()).unpackInto(directory, goOn);
    } catch (IOException unusable) {
      throw new InvalidDatasetException(
          "%s is the configured file, but is not unpacked: %s"
              .formatted(file.uri(), unusable.getMessage()));
    }
  }

  private HttpClient client() {
    Duration connecting = patience.silence();
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(connecting)
        .build();
  }

  /** Archives often hold one directory with all the rest. */
  private static Path inner(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> all = entries.toList();
      return all.size() == 1 && Files.isDirectory(all.getFirst()) ? all.getFirst() : directory;
    }
  }

  private static String label(String name) {
    return name.replaceAll("[^A-Za-z0-9-]", "_");
  }

  /** Of names and digests: where either changes, it is another data set. */
  private static String key(List<RemoteFile> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(file -> text.append(file.name()).append(' ').append(file.sha256()).append('\n'));
    return Digests.ofText(text.toString()).substring(0, 16);
  }
}
