package io.tamnas.worker.fake;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tamnas.protocol.task.HeartbeatAnswer;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.protocol.worker.RegistrationAnswer;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search service of the kind that workers see: it takes down what they send. */
public final class FakeSearchService implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> artifacts = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> losses = new ConcurrentHashMap<>();
  private final Map<String, Single> singles = new ConcurrentHashMap<>();
  private volatile Instruction instruction = Instruction.CONTINUE;
  private volatile Directive directive = Directive.WORK;
  private volatile boolean away;
  private volatile boolean silent;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * What a worker sent.
   *
   * @param traceParent its header of that name
   * @param worker who says to have sent it
   * @param body empty for bytes of artifacts
   */
  public record Call(
      String method,
      String path,
      String authorization,
      String traceParent,
      String worker,
      String body) {

    /** The last step of the path, such as {@code heartbeat}. */
    public String what() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  public FakeSearchService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Everything that was sent and heard, in the order of arrival. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** What was sent to paths that end so. */
  public List<Call> calls(String what) {
    return calls.stream().filter(call -> call.what().equals(what)).toList();
  }

  /** From now on heartbeats are answered so. */
  public void instruct(Instruction next) {
    instruction = next;
  }

  /** From now on registrations are answered so. */
  public void direct(Directive next) {
    directive = next;
  }

  /** From now on no call is answered: the connection breaks. */
  public void leave() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  /** From now on connections stand, but nothing is read or answered. */
  public void fallSilent() {
    silent = true;
  }

  /** The next calls to paths that end so break after they were heard. */
  public void loseAnswers(String what, int count) {
    losses.put(what, new AtomicInteger(count));
  }

  /** Calls to paths that end so are refused with that status. */
  public void refuse(String what, int status) {
    statuses.put(what, status);
  }

  /** Only the next call to such a path is refused. */
  public void refuseOnce(String what, int status) {
    answerOnce(what, status, "{\"detail\": \"not this way\"}");
  }

  /** Only the next call to such a path is answered so. */
  public void answerOnce(String what, int status, String json) {
    singles.put(what, new Single(status, json));
  }

  private record Single(int status, String json) {}

  /** Keeps an artifact, and answers its digest. */
  public String keep(byte[] bytes) {
    String sha256 = sha256(bytes);
    artifacts.put(sha256, bytes);
    return sha256;
  }

  /** Gives other bytes than the digest promises. */
  public void keepUnder(String sha256, byte[] bytes) {
    artifacts.put(sha256, bytes);
  }

  public byte[] artifact(String sha256) {
    byte[] bytes = artifacts.get(sha256);
    if (bytes == null) {
      throw new IllegalArgumentException("no artifact " + sha256);
    }
    return bytes;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (silent) {
        awaitClose();
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (away) {
        return;
      }
      Call call = note(exchange, body);
      AtomicInteger lost = losses.get(call.what());
      if (lost != null && lost.getAndDecrement() > 0) {
        return;
      }
      answer(exchange, call, body);
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Call note(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String text =
        path.startsWith("/api/v1/artifacts/") ? "" : new String(body, StandardCharsets.UTF_8);
    Headers headers = exchange.getRequestHeaders();
    Call call =
        new Call(
            exchange.getRequestMethod(),
            path,
            authorization,
            String.valueOf(headers.getFirst("traceparent")),
            String.valueOf(headers.getFirst(WorkerHeader.NAME)),
            text);
    calls.add(call);
    return call;
  }

  private void answer(HttpExchange exchange, Call call, byte[] body) throws IOException {
    Single single = singles.remove(call.what());
    if (single != null) {
      byte[] json = single.json().getBytes(StandardCharsets.UTF_8);
      send(exchange, single.status(), "application/json", json);
      return;
    }
    int refusal = statuses.getOrDefault(call.what(), 200);
    if (refusal != 200) {
      sendJson(exchange, refusal, Map.of("title", "refused", "detail", "not this way"));
    } else if (call.path().startsWith("/api/v1/artifacts/")) {
      answerArtifact(exchange, call, body);
    } else if (call.path().startsWith("/api/v1/workers/")) {
      sendJson(exchange, 200, new RegistrationAnswer(directive, 1));
    } else if (call.what().equals("heartbeat")) {
      sendJson(exchange, 200, new HeartbeatAnswer(instruction));
    } else {
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void answerArtifact(HttpExchange exchange, Call call, byte[] body) throws IOException {
    if (call.method().equals("PUT")) {
      boolean matches = sha256(body).equals(call.what());
      artifacts.put(call.what(), body);
      exchange.sendResponseHeaders(matches ? 201 : 422, -1);
    } else if (artifacts.containsKey(call.what())) {
      send(exchange, 200, "application/octet-stream", artifact(call.what()));
    } else {
      sendJson(exchange, 404, Map.of("title", "Not found", "detail", "no such artifact"));
    }
  }

  private static void sendJson(HttpExchange exchange, int status, Object body) throws IOException {
    send(exchange, status, "application/json", JSON.writeValueAsBytes(body));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
