package io.tamnas.nets.dataset.download;

import io.tamnas.nets.dataset.InvalidDatasetException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.locks.LockSupport;

/** Brings one file, in as many pieces as it takes, and lets it pass by its digest alone. */
final class Download {
  private final HttpClient client;
  private final Patience patience;
  private final Runnable goOn;

  Download(HttpClient client, Patience patience, Runnable goOn) {
    this.client = client;
    this.patience = patience;
    this.goOn = goOn;
  }

  /**
   * Completes the partial file and verifies it.
   *
   * @throws InvalidDatasetException where it is another file
   * @throws DownloadFailedException where the server does not give it
   */
  void complete(RemoteFile file, PartialFile partial) throws IOException, InterruptedException {
    if (partial.bytes() > 0 && partial.sha256(goOn).equals(file.sha256())) {
      return;
    }
    boolean pieces = bring(file, partial);
    String found = partial.sha256(goOn);
    if (pieces && !found.equals(file.sha256())) {
      partial.delete(); // once more in one piece, so that the reason is certain
      bring(file, partial);
      found = partial.sha256(goOn);
    }
    if (!found.equals(file.sha256())) {
      long bytes = partial.bytes();
      partial.delete();
      throw new InvalidDatasetException(
          "%s is another file than configured: expected SHA-256 %s, found %s (%d bytes); nothing of it was kept"
              .formatted(file.uri(), file.sha256(), found, bytes));
    }
  }

  /** Answers whether it came in several pieces. */
  private boolean bring(RemoteFile file, PartialFile partial)
      throws IOException, InterruptedException {
    Transfer transfer = new Transfer(client, file, partial, patience, goOn);
    int failures = 0;
    while (true) {
      long before = partial.bytes();
      try {
        transfer.run();
        return before > 0;
      } catch (IOException interrupted) {
        boolean moved = partial.bytes() > before;
        failures = moved ? 1 : failures + 1;
        if (failures >= patience.tries()) {
          throw givenUp(file, partial, interrupted);
        }
      }
      pause(failures);
    }
  }

  private DownloadFailedException givenUp(RemoteFile file, PartialFile partial, IOException last)
      throws IOException {
    return new DownloadFailedException(
        "%s cannot be downloaded, %d tries in a row brought nothing (%s); the %d bytes that came are kept, the next try goes on there"
            .formatted(file.uri(), patience.tries(), reason(last), partial.bytes()));
  }

  private static String reason(IOException last) {
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  private void pause(int failures) throws InterruptedException {
    long end = System.nanoTime() + patience.after(failures).toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      goOn.run();
      LockSupport.parkNanos(Math.min(left, 100_000_000));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
