package io.tamnas.nets.dataset.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that behaves as badly as the next of its answers says. */
final class FileServer implements AutoCloseable {

  /** How a request is answered. */
  sealed interface Answer {
    /** As asked, whole or the wanted part. */
    record Proper() implements Answer {}

    /** As asked, but the connection breaks after so many bytes. */
    record CutAfter(int bytes) implements Answer {}

    /** Always everything. */
    record IgnoresRange() implements Answer {}

    /** Another part than the one asked for. */
    record OtherRange() implements Answer {}

    record Status(int code) implements Answer {}

    record MovedTo(String path) implements Answer {}

    /** So many bytes, and then nothing, for as long as the server lives. */
    record Silent(int bytes) implements Answer {}
  }

  private final HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final Thread threads = Thread.currentThread();
  private byte[] content = {};
  private Optional<String> version = Optional.of("\"one\"");

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.createContext("/", this::answer);
    server.start();
  }

  synchronized void serve(byte[] bytes) {
    content = bytes.clone();
  }

  synchronized void version(Optional<String> etag) {
    version = etag;
  }

  /** The next answers, in this order; proper ones follow. */
  synchronized void answer(Answer... next) {
    answers.addAll(List.of(next));
  }

  URI uri(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/files/" + name);
  }

  /** The Range of each request that came, or "whole". */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Answer answer;
    byte[] bytes;
    Optional<String> etag;
    synchronized (this) {
      answer = answers.isEmpty() ? new Answer.Proper() : answers.removeFirst();
      bytes = content;
      etag = version;
    }
    String asked = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(asked == null ? "whole" : asked);
    etag.ifPresent(tag -> exchange.getResponseHeaders().add("ETag", tag));
    try (exchange) {
      switch (answer) {
        case Answer.Proper _ -> send(exchange, bytes, from(exchange, etag, asked), bytes.length);
        case Answer.CutAfter(int most) -> send(exchange, bytes, from(exchange, etag, asked), most);
        case Answer.IgnoresRange _ -> send(exchange, bytes, 0, bytes.length);
        case Answer.OtherRange _ -> send(exchange, bytes, 1, bytes.length);
        case Answer.Status(int code) -> exchange.sendResponseHeaders(code, -1);
        case Answer.MovedTo(String path) -> {
          exchange.getResponseHeaders().add("Location", path);
          exchange.sendResponseHeaders(302, -1);
        }
        case Answer.Silent(int most) -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, most);
          exchange.getResponseBody().flush();
          threads.join();
        }
      }
    } catch (IOException cut) {
      // what a broken connection is to the other side
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static int from(HttpExchange exchange, Optional<String> etag, String range) {
    String known = exchange.getRequestHeaders().getFirst("If-Range");
    if (range == null || (known != null && !Optional.of(known).equals(etag))) {
      return 0;
    }
    return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  private static void send(HttpExchange exchange, byte[] bytes, int from, int most)
      throws IOException {
    if (from >= bytes.length && from > 0) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, from, Math.min(most, bytes.length - from));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
