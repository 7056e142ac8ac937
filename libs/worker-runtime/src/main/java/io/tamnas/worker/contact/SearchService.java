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
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
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

  private final RestClient calls;
  private final RestClient transfers;

  /**
   * @param calls answers within seconds
   * @param transfers the same, with the time that large files need
   */
  public SearchService(RestClient calls, RestClient transfers) {
    this.calls = calls;
    this.transfers = transfers;
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
    send(
        transfers
            .put()
            .uri(ARTIFACT, sha256)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .body(new FileSystemResource(file)));
  }

  /** Streams the artifact of that digest into the sink. */
  public void download(String sha256, Sink sink) {
    RequestHeadersSpec<?> call = transfers.get().uri(ARTIFACT, sha256);
    try {
      call.exchange(
          (request, response) -> {
            ServiceAnswers.check(response);
            sink.accept(response.getBody());
            return true;
          });
    } catch (RestClientException e) {
      throw ServiceAnswers.unavailable(e);
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
