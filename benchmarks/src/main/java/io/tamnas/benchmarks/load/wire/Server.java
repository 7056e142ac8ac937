package io.tamnas.benchmarks.load.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/**
 * Answers requests at one port of every loopback address, so that each simulated worker is a host
 * of its own to whoever calls it.
 */
public final class Server implements AutoCloseable {

  private static final int BACKLOG = 4096;

  private final ServerSocket socket;
  private final Handler handler;

  /** Makes an answer. */
  @FunctionalInterface
  public interface Handler {
    /** The answer to a request that came to the called address. */
    Message answer(InetAddress called, Message request);
  }

  public Server(Handler handler) {
    this.handler = handler;
    try {
      socket = new ServerSocket();
      socket.bind(new InetSocketAddress(0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("accept").start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (SocketException e) {
      // closed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        Message request = Message.read(in);
        handler.answer(connection.getLocalAddress(), request).write(connection.getOutputStream());
        goesOn = !request.isLast();
      }
    } catch (EOFException | SocketException e) {
      // the other side has ended the connection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
