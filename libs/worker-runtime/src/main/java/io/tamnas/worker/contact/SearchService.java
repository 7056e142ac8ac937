package io.tamnas.worker.contact;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.HeartbeatAnswer;
import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.worker.RegistrationAnswer;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.client.RestClientException;

/**
 * The search service, as a worker calls it. Every method tries once and throws {@link
 * ServiceUnavailableException} where a later try may succeed, {@link RefusedException} where it
 * will not. Thread-safe.
 */
public final class SearchService {
  private static final String ATTEMPT = "/api/v1/tasks/{task}/attempts/{attempt}";
  private static final String ARTIFACT = "/api/v1/artifacts/{sha256}";
  private static final int CHUNK = 1 << 16;

  /** In bytes per second. */
  private static final long SLOWEST_DISK = 16_000_000;

  private final RestClient calls;
  private final RestClient transfers;
  private final Duration silence;

  /**
   * @param calls answers within seconds
   * @param transfers the same, with the time that large files need
   * @param silence after which a transfer in which nothing moves is given up
   */
  public SearchService(RestClient calls, RestClient transfers, Duration silence) {
    this.calls = calls;
    this.transfers = transfers;
    this.silence = silence;
  }

  public RegistrationAnswer register(String worker, WorkerRegistration registration) {
    var call = calls.put().uri("/api/v1/workers/{worker}", worker).body(registration);
    return answer(call, RegistrationAnswer.class);
  }

  public HeartbeatAnswer heartbeat(AttemptReference attempt, Heartbeat heartbeat) {
    return answer(post(attempt, "/heartbeat", heartbeat), HeartbeatAnswer.class);
  }

  public void metrics(AttemptReference attempt, MetricBatch batch) {
    send(post(attempt, "/metrics", batch));
  }

  public void checkpoint(AttemptReference attempt, CheckpointReport report) {
    send(post(attempt, "/checkpoints", report));
  }

  public void result(AttemptReference attempt, TaskResult result) {
    send(post(attempt, "/result", result));
  }

  public void failure(AttemptReference attempt, TaskFailure failure) {
    send(post(attempt, "/failure", failure));
  }

  /** Streams the file up under its digest. */
  public void upload(String sha256, Path file) {
    Stall.watch(silence.plus(flushing(file)), stall -> upload(sha256, file, stall));
  }

  private void upload(String sha256, Path file, Stall stall) {
    send(
        transfers
            .put()
            .uri(ARTIFACT, sha256)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .contentLength(size(file))
            .body(
                out -> {
                  try (InputStream in = Files.newInputStream(file)) {
                    copy(in, out, stall);
                  }
                }));
  }

  /** Streams the artifact of that digest into the sink. */
  public void download(String sha256, Sink sink) {
    Stall.watch(silence, stall -> download(sha256, sink, stall));
  }

  private void download(String sha256, Sink sink, Stall stall) {
    RequestHeadersSpec<?> call = transfers.get().uri(ARTIFACT, sha256);
    try {
      call.exchange(
          (request, response) -> {
            ServiceAnswers.check(response);
            sink.accept(new Moving(response.getBody(), stall));
            return true;
          });
    } catch (RestClientException e) {
      throw ServiceAnswers.unavailable(e);
    }
  }

  private static void copy(InputStream in, OutputStream out, Stall stall) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      out.write(chunk, 0, n);
      stall.moved();
    }
  }

  /** Before the service answers, it makes sure that the file is on its disk. */
  private static Duration flushing(Path file) {
    return Duration.ofSeconds(size(file) / SLOWEST_DISK);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Takes the bytes of an artifact. */
  @FunctionalInterface
  public interface Sink {
    void accept(InputStream bytes) throws IOException;
  }

  private RequestHeadersSpec<?> post(AttemptReference attempt, String what, Object body) {
    return calls.post().uri(ATTEMPT + what, attempt.task(), attempt.attempt()).body(body);
  }

  private static void send(RequestHeadersSpec<?> call) {
    try {
      retrieve(call).toBodilessEntity();
    } catch (RestClientException e) {
      throw ServiceAnswers.unavailable(e);
    }
  }

  private static <T> T answer(RequestHeadersSpec<?> call, Class<T> type) {
    try {
      T body = retrieve(call).body(type);
      if (body == null) {
        throw new ServiceUnavailableException("the search service answered without a body");
      }
      return body;
    } catch (RestClientException e) {
      throw ServiceAnswers.unavailable(e);
    }
  }

  private static RestClient.ResponseSpec retrieve(RequestHeadersSpec<?> call) {
    return call.accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
        .retrieve()
        .onStatus(HttpStatusCode::isError, (request, response) -> ServiceAnswers.check(response));
  }
}
