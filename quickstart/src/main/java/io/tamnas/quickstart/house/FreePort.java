package io.tamnas.quickstart.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback address that nobody listens at. */
public final class FreePort {

  private FreePort() {}

  /** That many different ones. */
  public static List<Integer> take(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new HouseException("no free port on the loopback address: " + e.getMessage(), e);
    } finally {
      held.forEach(FreePort::release);
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
