package io.tamnas.nets.dataset.download;

import io.tamnas.nets.cache.CacheFailedException;
import io.tamnas.nets.cache.CacheFile;
import io.tamnas.nets.dataset.InvalidDatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request for a file, or for the rest of it (RFC 9110, sections 13.1.5 and 14). */
final class Transfer {
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int UNSATISFIABLE = 416;

  private final HttpClient client;
  private final RemoteFile file;
  private final PartialFile partial;
  private final Patience patience;
  private final Runnable goOn;

  Transfer(
      HttpClient client, RemoteFile file, PartialFile partial, Patience patience, Runnable goOn) {
    this.client = client;
    this.file = file;
    this.partial = partial;
    this.patience = patience;
    this.goOn = goOn;
  }

  /**
   * Asks once and keeps what comes; the file is complete where this returns.
   *
   * @throws IOException where another try may help
   * @throws InvalidDatasetException where none will
   * @throws CacheFailedException where what comes cannot be kept
   */
  void run() throws IOException, InterruptedException {
    long present = partial.bytes();
    HttpResponse<InputStream> response =
        client.send(request(present), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> {
          partial.begin(version(response.headers()));
          append(body, response.headers().firstValueAsLong("content-length"));
        }
        case PARTIAL -> appendRest(response.headers(), body, present);
        case UNSATISFIABLE -> {
          partial.delete();
          throw new IOException("the server has no bytes from " + present);
        }
        default -> throw refused(response.statusCode());
      }
    }
  }

  private HttpRequest request(long present) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(file.uri())
            .header("Accept-Encoding", "identity")
            .timeout(patience.silence());
    if (present > 0) {
      request.header("Range", "bytes=" + present + "-");
      partial.version().ifPresent(version -> request.header("If-Range", version));
    }
    return request.GET().build();
  }

  private void appendRest(HttpHeaders headers, InputStream body, long present) throws IOException {
    Matcher range = CONTENT_RANGE.matcher(headers.firstValue("content-range").orElse(""));
    if (!range.matches() || !range.group(1).equals(Long.toString(present))) {
      partial.delete();
      throw new IOException("the server sent another part than the one from byte " + present);
    }
    append(body, headers.firstValueAsLong("content-length"));
  }

  private void append(InputStream body, OptionalLong promised) throws IOException {
    long bytes = partial.bytes();
    long complete = promised.isPresent() ? bytes + promised.getAsLong() : -1;
    requireSize(complete);
    try (Stall stall = new Stall(body, patience.silence());
        CacheFile out =
            CacheFile.open(partial.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] piece = new byte[1 << 16];
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        stall.moved();
        goOn.run();
        bytes += read;
        requireSize(bytes);
        out.write(piece, 0, read);
      }
    }
    if (bytes < complete) {
      throw new IOException("the connection ended after %d of %d bytes".formatted(bytes, complete));
    }
  }

  private void requireSize(long bytes) throws IOException {
    if (bytes > file.size().most()) {
      partial.delete();
      throw new InvalidDatasetException(
          "%s is longer than the %d bytes that %s; nothing of it was kept"
              .formatted(
                  file.uri(),
                  file.size().most(),
                  switch (file.size()) {
                    case RemoteFile.Size.Exactly exactly -> "are configured";
                    case RemoteFile.Size.AtMost most -> "a download may have";
                  }));
    }
  }

  /** Only a strong one: a weak one does not promise the same bytes. */
  private static Optional<String> version(HttpHeaders headers) {
    return headers
        .firstValue("etag")
        .filter(etag -> !etag.startsWith("W/"))
        .or(() -> headers.firstValue("last-modified"));
  }

  private IOException refused(int status) {
    String answer = "%s was answered with %d".formatted(file.uri(), status);
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      return new IOException(answer);
    }
    throw new InvalidDatasetException(answer + "; is the configured address right?");
  }
}
