package io.tamnas.quickstart.job;

import io.tamnas.quickstart.front.Front;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API of the service, as far as a quick start needs it. */
public final class SearchApi {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int SERVERS_FAULT = 500;

  private static final Duration DOWNLOAD = Duration.ofMinutes(5);

  private final URI address;
  private final Duration patience;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final JsonMapper json = JsonMapper.shared();

  public SearchApi(URI address) {
    this(address, PATIENCE);
  }

  /**
   * @param patience with one call
   */
  SearchApi(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  /**
   * Starts a search; asked again with the same key, it starts none but gives the first one's
   * status.
   *
   * @throws ApiException where the service refuses, naming all that is wrong
   */
  public JobStatus submit(JsonNode specification, UUID idempotencyKey) throws InterruptedException {
    return submit("/api/v1/search-jobs", specification, idempotencyKey);
  }

  /** The same for a search of which so many tasks run at a time. */
  public JobStatus submit(JsonNode specification, UUID idempotencyKey, int maximumTasks)
      throws InterruptedException {
    return submit(
        "/api/v1/search-jobs?maximumTasks=" + maximumTasks, specification, idempotencyKey);
  }

  private JobStatus submit(String path, JsonNode specification, UUID idempotencyKey)
      throws InterruptedException {
    HttpRequest request =
        at(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey.toString())
            .POST(BodyPublishers.ofString(specification.toString()))
            .build();
    return read(send(request, 202), JobStatus.class);
  }

  public JobStatus status(String job) throws InterruptedException {
    return read(get("/api/v1/search-jobs/" + job), JobStatus.class);
  }

  /** As the service wrote it, with all that this program does not know. */
  public JsonNode frontDocument(String job) throws InterruptedException {
    return read(get("/api/v1/search-jobs/" + job + "/front"), JsonNode.class);
  }

  /** As {@link #frontDocument} gives it. */
  public Front front(JsonNode document) {
    try {
      return json.treeToValue(document, Front.class);
    } catch (JacksonException e) {
      throw new ApiException("the front cannot be read: " + e.getOriginalMessage());
    }
  }

  /** The job's finalists, by number. */
  public List<Finalist> finalists(String job) throws InterruptedException {
    return read(get("/api/v1/search-jobs/" + job + "/finalists"), Finalist.All.class).items();
  }

  /** The job's report as a page. */
  public byte[] report(String job) throws InterruptedException {
    return content("/api/v1/search-jobs/" + job + "/report.html");
  }

  /** What stands at a path of the service, of whatever kind. */
  public byte[] content(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).timeout(DOWNLOAD).GET().build(), 200);
  }

  /** The canonical form of what was submitted, with all defaults filled in. */
  public JsonNode specification(String job) throws InterruptedException {
    return read(get("/api/v1/search-jobs/" + job + "/specification"), JsonNode.class);
  }

  /**
   * Writes an artifact to a file.
   *
   * @param token the workers' token, which guards artifacts
   * @throws ApiException where the bytes are not those that the digest names
   */
  public void download(String sha256, String token, Path file) throws InterruptedException {
    byte[] bytes =
        send(
            HttpRequest.newBuilder(address.resolve("/api/v1/artifacts/" + sha256))
                .timeout(DOWNLOAD)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build(),
            200);
    String found = digest(bytes);
    if (!found.equals(sha256)) {
      throw new ApiException("artifact " + sha256 + " arrived as " + found);
    }
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new ApiException(file + " cannot be written: " + e.getMessage());
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  private byte[] get(String path) throws InterruptedException {
    return send(at(path).GET().build(), 200);
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(patience)
        .header("Accept", "application/json, application/problem+json");
  }

  private byte[] send(HttpRequest request, int wanted) throws InterruptedException {
    HttpResponse<byte[]> response = answer(request);
    if (response.statusCode() != wanted) {
      throw refusal(request, response.statusCode(), response.body());
    }
    return response.body();
  }

  /** The whole answer: a request's own timeout ends with the first byte of it. */
  private HttpResponse<byte[]> answer(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return sent.get(request.timeout().orElse(patience).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NoAnswerException(
          "%s %s cannot be reached: %s"
              .formatted(request.method(), request.uri(), e.getCause() == null ? e : e.getCause()));
    } finally {
      sent.cancel(true);
    }
  }

  private ApiException refusal(HttpRequest request, int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      text = json.readValue(body, Problem.class).text();
    } catch (JacksonException e) {
      text = text.strip();
    }
    String message =
        "%s %s was answered with %d. %s"
            .formatted(request.method(), request.uri().getPath(), status, text);
    return status >= SERVERS_FAULT ? new NoAnswerException(message) : new ApiException(message);
  }

  private <T> T read(byte[] body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException e) {
      throw new ApiException(
          "the service's answer cannot be read as %s: %s"
              .formatted(type.getSimpleName(), e.getOriginalMessage()));
    }
  }
}
