package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.search.access.TokenSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls to workers; never inside a transaction. */
@Component
@EnableConfigurationProperties(DispatchSettings.class)
class WorkerClient {

  private static final double DEFAULT_PAUSE_SECONDS = 1;

  private final RestClient http;

  WorkerClient(RestClient.Builder builder, DispatchSettings settings, TokenSettings token) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(settings.timeout());
    this.http =
        builder
            .requestFactory(requests)
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.token())
            .build();
  }

  /** Hands an attempt over. */
  Delivery deliver(URI worker, TaskAssignment assignment) {
    try {
      return http.post()
          .uri(URI.create(worker + "/api/v1/tasks"))
          .contentType(MediaType.APPLICATION_JSON)
          .body(assignment)
          .exchange((request, response) -> delivery(response));
    } catch (RestClientException e) {
      return new Delivery.Unreachable(String.valueOf(e.getMessage()));
    }
  }

  /** Asks a worker to stop that attempt, and none after it; true where it answered. */
  boolean stop(URI worker, UUID task, int attempt) {
    try {
      return http.delete()
          .uri(worker + "/api/v1/tasks/{task}?attempt={attempt}", task, attempt)
          .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
    } catch (RestClientException e) {
      return false;
    }
  }

  private static Delivery delivery(ClientHttpResponse response) throws java.io.IOException {
    HttpStatusCode status = response.getStatusCode();
    if (status.is2xxSuccessful()) {
      return new Delivery.Accepted();
    }
    if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
      return new Delivery.Busy(retryAfter(response.getHeaders()));
    }
    return new Delivery.Refused(status.value());
  }

  private static double retryAfter(HttpHeaders headers) {
    String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
    return value != null && value.matches("\\d{1,4}")
        ? Integer.parseInt(value)
        : DEFAULT_PAUSE_SECONDS;
  }
}
