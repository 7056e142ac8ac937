package io.tamnas.chaos.network;

import io.tamnas.quickstart.house.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before one or more processes of this machine, as a Kubernetes Service does: each new
 * connection goes to the next of them that listens. Connections can be made to fail.
 */
public final class Proxy implements AutoCloseable {

  private static final int BACKLOG = 200;
  private static final int CONNECTING_MILLIS = 1000;

  private final ServerSocket listener;
  private final List<Integer> targets;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile Fault fault = new Fault.None();

  private Proxy(ServerSocket listener, List<Integer> targets) {
    this.listener = listener;
    this.targets = List.copyOf(targets);
  }

  /** Starts one at a free port. */
  public static Proxy before(List<Integer> targets) {
    try {
      ServerSocket listener =
          new ServerSocket(FreePort.take(1).getFirst(), BACKLOG, InetAddress.getLoopbackAddress());
      Proxy proxy = new Proxy(listener, targets);
      Thread.ofVirtual().name("proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new IllegalStateException("no proxy can listen", e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Makes this fault show from now on, in place of any other. */
  public void impose(Fault next) {
    fault = next;
    switch (next) {
      case Fault.Cut() -> connections.forEach(Connection::reset);
      case Fault.Silence() -> connections.forEach(Connection::die);
      case Fault.None(),
          Fault.Delay(_),
          Fault.LostAnswers(),
          Fault.BrokenUploads(_),
          Fault.HeldUploads(_, _) -> {}
    }
  }

  public void heal() {
    impose(new Fault.None());
  }

  /** How many connections were reset in mid-work: uploads broken off, answers lost. */
  public int broken() {
    return broken.get();
  }

  Fault fault() {
    return fault;
  }

  void countBroken() {
    broken.incrementAndGet();
  }

  void forget(Connection connection) {
    connections.remove(connection);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().name("proxied").start(() -> serve(client));
      }
    } catch (IOException closed) {
      connections.forEach(Connection::reset);
    }
  }

  private void serve(Socket client) {
    Connection connection = new Connection(this, client);
    connections.add(connection);
    switch (fault) {
      case Fault.Cut() -> connection.reset();
      case Fault.Silence() -> connection.swallow();
      case Fault.None(),
          Fault.Delay(_),
          Fault.LostAnswers(),
          Fault.BrokenUploads(_),
          Fault.HeldUploads(_, _) ->
          connect().ifPresentOrElse(connection::join, connection::reset);
    }
  }

  /** To the next target that listens. */
  private Optional<Socket> connect() {
    int first = Math.floorMod(turn.getAndIncrement(), targets.size());
    for (int i = 0; i < targets.size(); i++) {
      Socket socket = new Socket();
      try {
        int port = targets.get((first + i) % targets.size());
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECTING_MILLIS);
        return Optional.of(socket);
      } catch (IOException away) {
        Connection.resetQuietly(socket);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new IllegalStateException("port " + port() + " cannot be released", e);
    }
  }
}
