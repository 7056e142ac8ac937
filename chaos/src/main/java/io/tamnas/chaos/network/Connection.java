package io.tamnas.chaos.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection through a proxy: bytes one way and the other, as far as its fault lets them. */
final class Connection {

  private static final int CHUNK = 1 << 14;

  private final Proxy proxy;
  private final Socket client;
  private final Uploads uploads = new Uploads();
  private volatile @Nullable Socket server;
  private volatile boolean dead;

  Connection(Proxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  /** Whatever is sent from now on is lost, and no side is told. */
  void die() {
    dead = true;
  }

  /** Accepts what the client sends, and brings it nowhere. */
  void swallow() {
    dead = true;
    Thread.ofVirtual().name("swallowed").start(() -> carry(client, client, Direction.REQUESTS));
  }

  /** Ends it at once on both sides. */
  void reset() {
    proxy.forget(this);
    resetQuietly(client);
    Socket other = server;
    if (other != null) {
      resetQuietly(other);
    }
  }

  /** Carries bytes between the client and this server until one of them ends. */
  void join(Socket target) {
    server = target;
    Thread.ofVirtual().name("requests").start(() -> carry(client, target, Direction.REQUESTS));
    Thread.ofVirtual().name("answers").start(() -> carry(target, client, Direction.ANSWERS));
  }

  private enum Direction {
    REQUESTS,
    ANSWERS
  }

  private void carry(Socket from, Socket to, Direction direction) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        if (!dead) {
          suffer(proxy.fault(), direction, chunk, n);
        }
        if (!dead) {
          out.write(chunk, 0, n);
        }
      }
      end(from, to);
    } catch (IOException broken) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  private void suffer(Fault fault, Direction direction, byte[] chunk, int length)
      throws IOException, InterruptedException {
    long uploaded = direction == Direction.REQUESTS ? uploads.next(chunk, length) : -1;
    switch (fault) {
      case Fault.None(), Fault.Cut(), Fault.Silence() -> {}
      case Fault.Delay(var each) -> TimeUnit.MILLISECONDS.sleep(each.toMillis());
      case Fault.LostAnswers() -> {
        if (direction == Direction.ANSWERS) {
          throw broken("the answer is lost");
        }
      }
      case Fault.BrokenUploads(int after) -> {
        if (uploaded > after) {
          throw broken("the upload broke off");
        }
      }
      case Fault.HeldUploads(UploadGate gate, int after) -> {
        if (uploaded > after) {
          gate.pass();
        }
      }
    }
  }

  private IOException broken(String reason) {
    proxy.countBroken();
    return new IOException(reason);
  }

  /** One side has closed; the other one is told, unless the connection is dead. */
  private void end(Socket from, Socket to) throws IOException {
    from.close();
    if (!dead) {
      to.close();
      proxy.forget(this);
    }
  }

  /** Closes a socket so that its peer sees a reset. */
  static void resetQuietly(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // it has ended, which is what is wanted
    }
  }
}
