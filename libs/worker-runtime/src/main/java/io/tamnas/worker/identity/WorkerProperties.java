package io.tamnas.worker.identity;

import io.tamnas.worker.start.CannotStartException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a worker presents itself to the search service.
 *
 * @param id stays the same over restarts; without it, made of application, host and port
 * @param url where the service reaches the worker; without it, {@code http://localhost:<port>}
 */
@ConfigurationProperties("tamnas.worker")
public record WorkerProperties(@Nullable String id, @Nullable URI url) {
  public WorkerProperties {
    if (id != null) {
      id = new WorkerName(id).id();
    }
    if (url != null && (url.getScheme() == null || url.getHost() == null)) {
      throw new CannotStartException(
          "tamnas.worker.url is the address under which the search service reaches this worker,"
              + " such as http://trainer:8081; not '"
              + url
              + "'");
    }
  }
}
