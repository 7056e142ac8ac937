package io.tamnas.benchmarks.load.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Calls one server over connections that are kept and used again. Safe for threads. */
public final class Client implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final InetSocketAddress address;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  public Client(InetSocketAddress address) {
    this.address = address;
  }

  private record Connection(Socket socket, InputStream in) {}

  /**
   * Sends a request and waits for its answer. Where the other side has ended a kept connection
   * before a byte of the answer, the request is sent again over another one.
   *
   * @throws UncheckedIOException where anything else goes wrong, such as an answer that does not
   *     come in time, or not to its end
   */
  public Message call(String method, String path, Map<String, String> headers, String body) {
    Message request = new Message(method + " " + path + " HTTP/1.1", headers, body);
    try {
      for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
        Optional<Message> answer = ask(kept, request);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      return ask(connect(), request).orElseThrow(() -> new EOFException("there is no answer"));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + ": " + e, e);
    }
  }

  @Override
  public void close() {
    for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      close(kept);
    }
  }

  /** Empty where the other side has ended the connection before a byte of the answer. */
  private Optional<Message> ask(Connection connection, Message request) throws IOException {
    boolean kept = false;
    try {
      if (!isAnswered(connection, request)) {
        return Optional.empty();
      }
      Message answer = Message.read(connection.in());
      kept = !answer.isLast();
      return Optional.of(answer);
    } finally {
      if (kept) {
        idle.addFirst(connection);
      } else {
        close(connection);
      }
    }
  }

  /** Sends the request, and waits for the first byte of its answer without taking it. */
  private static boolean isAnswered(Connection connection, Message request) throws IOException {
    try {
      request.write(connection.socket().getOutputStream());
      connection.in().mark(1);
      if (connection.in().read() < 0) {
        return false;
      }
      connection.in().reset();
      return true;
    } catch (SocketException ended) {
      if (Thread.currentThread().isInterrupted()) {
        throw ended;
      }
      return false;
    }
  }

  private Connection connect() throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(address, PATIENCE_MILLIS);
    return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
  }

  private static void close(Connection connection) {
    try {
      connection.socket().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
