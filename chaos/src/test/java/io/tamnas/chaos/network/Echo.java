package io.tamnas.chaos.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers each piece that it reads by its own name and the piece. */
final class Echo implements AutoCloseable {

  private final String name;
  private final ServerSocket server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Thread acceptor = Thread.ofVirtual().unstarted(this::accept);

  Echo(String name) throws IOException {
    this.name = name;
    acceptor.start();
  }

  int port() {
    return server.getLocalPort();
  }

  String heard() {
    return String.join("", heard);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      }
    } catch (IOException closed) {
      // by the test
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      byte[] piece = new byte[4096];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        String text = new String(piece, 0, n, US_ASCII);
        heard.add(text);
        socket.getOutputStream().write((name + text).getBytes(US_ASCII));
      }
    } catch (IOException reset) {
      // by the proxy
    }
  }

  /** Nobody is heard any more thereafter; while somebody accepts, the port may still be open. */
  @Override
  public void close() throws IOException {
    server.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
