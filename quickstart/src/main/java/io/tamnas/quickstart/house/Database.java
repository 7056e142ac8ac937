package io.tamnas.quickstart.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL of its own, reachable over loopback with a password, whose files go when it stops.
 */
public final class Database implements Resident {

  private static final String USER = "tamnas";
  private static final Duration INITIALIZING = Duration.ofMinutes(2);
  private static final Duration STARTING = Duration.ofMinutes(1);
  private static final Duration ORPHANED = Duration.ofSeconds(20);

  private final Path directory;
  private final Path log;
  private final Unprivileged rights;
  private final PostgresBinaries binaries;
  private final int port;
  private final String password;
  private volatile ChildProcess server;

  private Database(Path directory, Path log, Unprivileged rights, int port, String password) {
    this.directory = rights.placeFor(directory);
    this.log = log;
    this.rights = rights;
    this.port = port;
    this.password = password;
    try {
      this.binaries = PostgresBinaries.unpack(this.directory.resolve("postgresql"));
      initialize();
      this.server = startServer();
    } catch (RuntimeException e) {
      Trees.delete(this.directory);
      throw e;
    }
  }

  /** Starts one with its files in a directory that is not there yet, and waits until it answers. */
  public static Database start(Path directory, Path log, String password) {
    Trees.create(directory);
    return new Database(directory, log, Unprivileged.here(), FreePort.take(1).getFirst(), password);
  }

  /** The settings under which a Spring application finds it. */
  public Map<String, String> settings() {
    return settings(port);
  }

  /** The same where something at another port of this machine stands before it. */
  public Map<String, String> settings(int before) {
    return Map.of(
        "SPRING_DATASOURCE_URL", url(before),
        "SPRING_DATASOURCE_USERNAME", USER,
        "SPRING_DATASOURCE_PASSWORD", password);
  }

  public int port() {
    return port;
  }

  /** A connection of its own, which the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(port), USER, password);
  }

  /**
   * Kills the postmaster alone, as a power cut would, and waits until the processes that it leaves
   * behind have noticed.
   */
  public void kill() {
    List<ProcessHandle> family = server.handle().descendants().toList();
    server.kill();
    for (ProcessHandle orphan : family) {
      awaitEnd(orphan);
    }
  }

  /** Starts what was killed again on the files that are there, and waits until it answers. */
  public void startAgain() {
    server = startServer();
  }

  ProcessHandle handle() {
    return server.handle();
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Optional<String> obituary() {
    return server.obituary();
  }

  /** A fast shutdown, which ends what clients are doing and leaves nothing in shared memory. */
  @Override
  public void stop(Duration grace) {
    try {
      if (server.isAlive()) {
        String seconds = Long.toString(Math.max(1, grace.toSeconds()));
        run("pg_ctl", "-D", data(), "stop", "-m", "fast", "-w", "-t", seconds)
            .awaitExit(grace.plusSeconds(5));
      }
    } finally {
      server.stop(Duration.ofSeconds(1));
      Trees.delete(directory);
    }
  }

  private void initialize() {
    Path secret = directory.resolve("password");
    try {
      Files.writeString(secret, password + "\n");
      rights.handOver(directory);
      int code =
          run(
                  "initdb",
                  "-D",
                  data(),
                  "-U",
                  USER,
                  "-E",
                  "UTF8",
                  "--locale=C",
                  "--no-sync",
                  "--auth=scram-sha-256",
                  "--pwfile=" + secret)
              .awaitExit(INITIALIZING);
      if (code != 0) {
        throw new HouseException(
            "PostgreSQL cannot be set up (initdb ended with %d). The end of %s:%n%s"
                .formatted(code, log, LogTail.of(log)));
      }
      Files.delete(secret);
    } catch (IOException e) {
      throw new HouseException("PostgreSQL cannot be set up: " + e.getMessage(), e);
    }
  }

  private ChildProcess startServer() {
    ChildProcess started =
        run(
            "postgres",
            "-D",
            data(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "max_connections=60",
            "-c",
            "shared_buffers=64MB",
            "-c",
            "timezone=UTC");
    try {
      Readiness.await(name(), STARTING, started, this::answers);
      return started;
    } catch (RuntimeException e) {
      started.stop(Duration.ofSeconds(5));
      throw e;
    }
  }

  private ChildProcess run(String program, String... arguments) {
    List<String> call = new java.util.ArrayList<>(List.of(binaries.program(program)));
    call.addAll(List.of(arguments));
    return ChildProcess.start(
        new ChildCommand(name(), rights.command(call), Map.of(), directory, log));
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void awaitEnd(ProcessHandle orphan) {
    try {
      orphan.onExit().get(ORPHANED.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new HouseException(
          "process " + orphan.pid() + " of PostgreSQL outlives its postmaster", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private String data() {
    return directory.resolve("data").toString();
  }
}
