package io.tamnas.worker.artifact;

import io.tamnas.worker.contact.Patience;
import io.tamnas.worker.contact.SearchService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Streams files to the search service under their digests. */
public final class ArtifactUpload {
  private final SearchService service;
  private final Patience patience;

  public ArtifactUpload(SearchService service, Patience patience) {
    this.service = service;
    this.patience = patience;
  }

  /**
   * Uploads a file, again and again until the service has it, and answers its SHA-256.
   *
   * @param pause waits between tries; ends them by an exception of its own
   */
  public String send(Path file, Consumer<Duration> pause) {
    String sha256 = digest(file);
    patience.untilAccepted(
        "upload of artifact " + sha256, () -> service.upload(sha256, file), pause);
    return sha256;
  }

  private static String digest(Path file) {
    try {
      return Digests.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
