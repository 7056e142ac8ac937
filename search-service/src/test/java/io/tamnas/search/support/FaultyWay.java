package io.tamnas.search.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to an HTTP server on which requests meet faults. */
public final class FaultyWay implements AutoCloseable {

  /** What a client of the JDK does not let others set. */
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final URI server;
  private final HttpServer way;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
  private final List<String> passed = new CopyOnWriteArrayList<>();

  /** What happens to one request. */
  public sealed interface Fault {
    /** It arrives, and is answered. */
    record None() implements Fault {}

    /** It is answered so, and does not arrive. */
    record Answer(int status, String code) implements Fault {}

    /** It does not arrive, and the connection breaks. */
    record Cut() implements Fault {}

    /** It arrives, and the connection breaks before its answer. */
    record LostAnswer() implements Fault {}

    /** It arrives, and its answer breaks off. */
    record CutAnswer(int bytes) implements Fault {}
  }

  public FaultyWay(URI server) {
    this.server = server;
    try {
      way = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    way.setExecutor(threads);
    way.createContext("/", this::handle);
    way.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + way.getAddress().getPort());
  }

  /** The next requests meet these, one each; those after them none. */
  public void meet(Fault... next) {
    faults.addAll(List.of(next));
  }

  /** Methods of the requests that came, whatever they met. */
  public List<String> requests() {
    return passed;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      passed.add(exchange.getRequestMethod());
      Fault fault = faults.isEmpty() ? new Fault.None() : faults.remove();
      switch (fault) {
        case Fault.None() -> give(exchange, body, Integer.MAX_VALUE);
        case Fault.Answer(int status, String code) -> refuse(exchange, status, code);
        case Fault.Cut() -> {}
        case Fault.LostAnswer() -> send(exchange, body);
        case Fault.CutAnswer(int bytes) -> give(exchange, body, bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body = "<Error><Code>%s</Code></Error>".formatted(code).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void give(HttpExchange exchange, byte[] body, int atMost)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(exchange, body);
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    byte[] content = answer.body();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      answer
          .headers()
          .firstValue("content-length")
          .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
    }
    exchange.sendResponseHeaders(
        answer.statusCode(), head || content.length == 0 ? -1 : content.length);
    OutputStream out = exchange.getResponseBody();
    out.write(content, 0, Math.min(content.length, atMost));
    out.flush();
  }

  private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    return client.send(onwards(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest onwards(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    way.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
