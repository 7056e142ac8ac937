package io.tamnas.worker.fake;

import io.tamnas.worker.contact.Backoff;
import io.tamnas.worker.contact.Patience;
import io.tamnas.worker.contact.SearchService;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Ways to a fake service, with little patience. */
public final class Callers {
  public static final Backoff BACKOFF = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));

  /** After which a transfer is given up. */
  public static final Duration SILENCE = Duration.ofSeconds(1);

  private Callers() {}

  public static SearchService of(FakeSearchService service) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    RestClient client =
        RestClient.builder()
            .baseUrl(service.url())
            .requestFactory(new JdkClientHttpRequestFactory(http))
            .build();
    return new SearchService(client, client, SILENCE);
  }

  public static Patience patience() {
    return new Patience(BACKOFF);
  }
}
