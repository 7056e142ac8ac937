package io.tamnas.search.support;

import io.tamnas.search.SearchService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running search-service on a free port, and a client of its API. */
public final class Service implements AutoCloseable {

  public static final String TOKEN = "a-token-that-only-tests-know";
  public static final String METRICS_TOKEN = "a-token-for-reading-numbers";

  /** What all services of the JVM log, in the Elastic Common Schema. */
  public static final Path LOG = log();

  /** Takes the spans of all services of the JVM. */
  public static final TraceCollector TRACES = new TraceCollector();

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ConfigurableApplicationContext context;
  private final int port;

  private Service(ConfigurableApplicationContext context) {
    this.context = context;
    this.port =
        Integer.parseInt(
            Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  /** One of its parts, for tests that do without HTTP. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Starts it with leases that outlast a slow machine; further properties override. */
  public static Service start(Database database, Path artifacts, String... properties) {
    return start(database, artifacts, Clock.systemUTC(), properties);
  }

  /** The same with a clock of its own. */
  public static Service start(
      Database database, Path artifacts, Clock clock, String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "server.port=0",
                "spring.main.banner-mode=off",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "spring.datasource.hikari.maximum-pool-size=8",
                "tamnas.token=" + TOKEN,
                "tamnas.metrics.token=" + METRICS_TOKEN,
                "tamnas.artifacts.directory=" + artifacts,
                "tamnas.lease=20s",
                "tamnas.heartbeat=1s",
                "tamnas.dispatch.tick=100ms",
                "tamnas.dispatch.sweep=200ms",
                "tamnas.dispatch.pause=200ms",
                "tamnas.retry.lost=4",
                "tamnas.quarantine.failures=1000",
                "tamnas.retry.backoff=20ms",
                "logging.file.name=" + LOG,
                "logging.structured.format.file=ecs",
                "management.opentelemetry.tracing.export.otlp.endpoint=" + TRACES.url(),
                "management.opentelemetry.tracing.export.schedule-delay=50ms",
                // what a test sends as sampled is exported, and nothing else
                "management.tracing.sampling.probability=0"));
    all.addAll(List.of(properties));
    Map<String, String> arguments = new LinkedHashMap<>();
    all.forEach(line -> arguments.put(line.substring(0, line.indexOf('=')), "--" + line));
    SpringApplication application = new SpringApplication(SearchService.class);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "clockOfTests", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    return new Service(application.run(arguments.values().toArray(String[]::new)));
  }

  private static Path log() {
    try {
      Path file = Files.createTempFile("search-service", ".log");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a scrape reads now. */
  public Scrape scrape() {
    Answer answer =
        send(
            HttpRequest.newBuilder(uri("/actuator/prometheus"))
                .header("Authorization", "Bearer " + METRICS_TOKEN)
                .GET());
    if (answer.status() != 200) {
      throw new IllegalStateException("status " + answer.status() + ": " + answer.text());
    }
    return new Scrape(answer.text());
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  public Answer getAsWorker(String path) {
    return send(asWorker(path).GET());
  }

  public Answer post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Answer patch(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public Answer delete(String path) {
    return send(HttpRequest.newBuilder(uri(path)).DELETE());
  }

  public Answer postAsWorker(String path, Object body) {
    return send(
        asWorker(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public Answer putAsWorker(String path, Object body) {
    return send(
        asWorker(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public Answer upload(String path, byte[] content) {
    return send(
        asWorker(path)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
  }

  private HttpRequest.Builder asWorker(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** An answer, as its status, headers and body. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The last word of the problem's type. */
    public String problem() {
      String type = json().path("type").asString("");
      return type.substring(type.lastIndexOf(':') + 1);
    }
  }
}
