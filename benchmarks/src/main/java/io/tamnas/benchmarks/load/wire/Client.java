package io.tamnas.benchmarks.load.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
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

  /** Sends a request and waits for its answer; on a connection that was ended meanwhile, again. */
  public Message call(String method, String path, Map<String, String> headers, String body) {
    Message request = new Message(method + " " + path + " HTTP/1.1", headers, body);
    for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      try {
        return call(kept, request);
      } catch (IOException e) {
        close(kept); // it was ended while it was idle
      }
    }
    try {
      return call(connect(), request);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  @Override
  public void close() {
    for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      close(kept);
    }
  }

  private Message call(Connection connection, Message request) throws IOException {
    request.write(connection.socket().getOutputStream());
    Message answer = Message.read(connection.in());
    if (answer.isLast()) {
      close(connection);
    } else {
      idle.addFirst(connection);
    }
    return answer;
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
