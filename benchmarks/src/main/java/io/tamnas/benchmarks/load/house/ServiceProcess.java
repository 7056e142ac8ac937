package io.tamnas.benchmarks.load.house;

import io.tamnas.benchmarks.load.wire.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged search-service in a process of its own, as it runs in a container. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration STARTING = Duration.ofMinutes(5);
  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final Process process;
  private final InetSocketAddress address;

  /**
   * Starts it and waits until it is healthy.
   *
   * @param directory for log and profile
   * @param environment what it is told
   */
  ServiceProcess(Path jar, Path directory, Map<String, String> environment, Profile profile) {
    int port = freePort();
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ProcessBuilder builder =
        new ProcessBuilder(command(jar, directory, port, profile))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("service.log").toFile());
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitHealth();
  }

  InetSocketAddress address() {
    return address;
  }

  /** Seconds that it has computed. */
  double processorSeconds() {
    return ProcessTime.of(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** With what {@code scripts/container-start} gives it, but for a heap of fixed size. */
  private static List<String> command(Path jar, Path directory, int port, Profile profile) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (profile == Profile.TAKEN) {
      command.add(
          "-XX:StartFlightRecording=settings=profile,filename=" + directory.resolve("service.jfr"));
    }
    command.addAll(List.of("-Dserver.port=" + port, "-jar", jar.toString()));
    return command;
  }

  private void awaitHealth() {
    long end = System.nanoTime() + STARTING.toNanos();
    while (!isHealthy()) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        process.destroyForcibly();
        throw new IllegalStateException("the service does not start: see service.log");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean isHealthy() {
    try (Client client = new Client(address)) {
      return client.call("GET", "/actuator/health", Map.of("host", "localhost"), "").status()
          == 200;
    } catch (UncheckedIOException e) {
      return false; // not yet
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
