package io.tamnas.worker.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells answers that count from those after which a call is worth repeating. */
final class ServiceAnswers {
  private static final int LONGEST_PROBLEM = 16_384;
  private static final int INSUFFICIENT_STORAGE = 507;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Unauthorized ones too: a token may be put right without a restart of every worker. */
  private static final Set<Integer> REPEATABLE = Set.of(401, 403, 408, 425, 429);

  private ServiceAnswers() {}

  static void check(ClientHttpResponse response) throws IOException {
    HttpStatusCode status = response.getStatusCode();
    if (status.is2xxSuccessful()) {
      return;
    }
    JsonNode problem = problem(response);
    String type = problem.path("type").asString("about:blank");
    String detail = problem.path("detail").asString(problem.path("title").asString("no detail"));
    if (isRefusal(status) || RefusedException.isRefusal(type)) {
      throw new RefusedException(status.value(), type, detail);
    }
    throw new ServiceUnavailableException(
        "the search service answered status " + status.value() + ": " + detail);
  }

  /** A full store too: what comes of it is for the service and its user to decide. */
  private static boolean isRefusal(HttpStatusCode status) {
    return status.value() == INSUFFICIENT_STORAGE
        || (status.is4xxClientError() && !REPEATABLE.contains(status.value()));
  }

  static ServiceUnavailableException unavailable(RestClientException cause) {
    Throwable reason = Objects.requireNonNullElse(cause.getCause(), cause);
    return new ServiceUnavailableException(
        "no answer of the search service (" + reason + ")", cause);
  }

  private static JsonNode problem(ClientHttpResponse response) throws IOException {
    byte[] body = response.getBody().readNBytes(LONGEST_PROBLEM);
    try {
      return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }
}
