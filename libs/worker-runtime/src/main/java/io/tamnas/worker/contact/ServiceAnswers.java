package io.tamnas.worker.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells answers that count from those after which a call is worth repeating. */
final class ServiceAnswers {
  private static final int LONGEST_PROBLEM = 16_384;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Unauthorized ones too: a token may be put right without a restart of every worker. */
  private static final Set<Integer> REPEATABLE = Set.of(401, 403, 408, 425, 429);

  private ServiceAnswers() {}

  static void check(ClientHttpResponse response) throws IOException {
    HttpStatusCode status = response.getStatusCode();
    if (status.is2xxSuccessful()) {
      return;
    }
    String detail = detail(response);
    if (status.is4xxClientError() && !REPEATABLE.contains(status.value())) {
      throw new RefusedException(status.value(), detail);
    }
    throw new ServiceUnavailableException(
        "the search service answered status " + status.value() + ": " + detail);
  }

  static ServiceUnavailableException unavailable(RestClientException cause) {
    Throwable reason = Objects.requireNonNullElse(cause.getCause(), cause);
    return new ServiceUnavailableException(
        "no answer of the search service (" + reason + ")", cause);
  }

  private static String detail(ClientHttpResponse response) throws IOException {
    byte[] body = response.getBody().readNBytes(LONGEST_PROBLEM);
    try {
      var problem = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      return problem.path("detail").asString(problem.path("title").asString("no detail"));
    } catch (JacksonException notJson) {
      return "no detail";
    }
  }
}
