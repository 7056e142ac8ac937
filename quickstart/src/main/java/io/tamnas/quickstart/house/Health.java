package io.tamnas.quickstart.house;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether a service says that it is up. */
final class Health {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HttpRequest request;

  Health(URI address) {
    request =
        HttpRequest.newBuilder(address.resolve("/actuator/health/liveness"))
            .timeout(PATIENCE)
            .GET()
            .build();
  }

  boolean isUp() {
    CompletableFuture<HttpResponse<Void>> sent =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      return sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode() == 200;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      sent.cancel(true);
    }
  }
}
