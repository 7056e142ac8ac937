package io.tamnas.quickstart.house;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Ports of the loopback address that nobody listens at. They lie below those that systems give to
 * connections that go out, so that none of these takes one before somebody listens at it.
 */
public final class FreePort {

  private static final int LOWEST = 20_000;
  private static final int FIRST_OF_CONNECTIONS = 32_768;
  private static final int TRIES = 1000;

  private FreePort() {}

  /** That many different ones. */
  public static List<Integer> take(int count) {
    RandomGenerator random = new SecureRandom();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; held.size() < count && i < TRIES; i++) {
        hold(random.nextInt(LOWEST, FIRST_OF_CONNECTIONS)).ifPresent(held::add);
      }
      if (held.size() < count) {
        throw new HouseException(
            "no %d free ports on the loopback address from %d to %d after %d tries"
                .formatted(count, LOWEST, FIRST_OF_CONNECTIONS - 1, TRIES));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      held.forEach(FreePort::release);
    }
  }

  private static Optional<ServerSocket> hold(int port) {
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (BindException e) {
      return Optional.empty(); // somebody listens there
    } catch (IOException e) {
      throw new HouseException("no free port on the loopback address: " + e.getMessage(), e);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new HouseException("port " + socket.getLocalPort() + " cannot be released", e);
    }
  }
}
