package io.tamnas.quickstart.house;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * How the processes of Tamnas are started on one machine: they share a token, talk REST over
 * loopback, and belong to a house, which stops them.
 */
public final class Services {

  private static final Duration STARTING = Duration.ofMinutes(3);

  private final House house;
  private final Premises premises;
  private final Census census;
  private final String token = secret();

  public Services(House house, Premises premises) {
    this.house = house;
    this.premises = premises;
    this.census = new Census(premises.files().resolve("processes"));
    Trees.create(premises.logs());
    Trees.create(premises.files());
  }

  /** Ends what an earlier run with these files has left running, because it was killed itself. */
  public static void endLeftOver(Path files) {
    new Census(files.resolve("processes")).endAll();
  }

  /** What guards the calls of workers and the artifacts. */
  public String token() {
    return token;
  }

  /** Starts PostgreSQL and waits until it answers. */
  public Database startDatabase() {
    Database database =
        house.admit(
            () -> Database.start(premises.files().resolve("database"), log("database"), secret()));
    census.add(database.handle());
    return database;
  }

  /** The settings of a search service that keeps its state there. */
  public Map<String, String> service(Map<String, String> database) {
    Map<String, String> settings = new HashMap<>(database);
    settings.put("TAMNAS_ARTIFACTS_DIRECTORY", directory("artifacts").toString());
    return settings;
  }

  /**
   * The settings of a worker.
   *
   * @param name of its own
   * @param service where it finds the service
   * @param self where the service finds it
   */
  public Map<String, String> worker(String name, URI service, URI self) {
    Map<String, String> settings = new HashMap<>();
    settings.put("TAMNAS_SERVICE_URL", service.toString());
    settings.put("TAMNAS_WORKER_URL", self.toString());
    settings.put("TAMNAS_WORKER_ID", name);
    settings.put("TAMNAS_WORK_DIRECTORY", directory(name).toString());
    settings.put(
        "TAMNAS_DATA_ROOT", premises.dataRoot().orElseGet(() -> directory("data")).toString());
    settings.put("TAMNAS_DATA_CACHE", directory("cache").toString());
    settings.put("TAMNAS_ENGINE_THREADS", Integer.toString(premises.threads()));
    settings.put("TAMNAS_ENGINE_DEVICE", "cpu");
    settings.put("TAMNAS_DRAIN_TIMEOUT", "6s");
    settings.put("TAMNAS_DRAIN_FINISH", "1s");
    settings.put("OMP_WAIT_POLICY", "passive");
    settings.put("GOMP_SPINCOUNT", "10000"); // a short wait costs less than a sleep
    settings.put("MALLOC_ARENA_MAX", "1"); // tensors of many sizes scatter over arenas
    return settings;
  }

  /** Starts a program under a name of its own at a port of the loopback address. */
  public ChildProcess start(
      JavaProgram program, String name, int port, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    all.put("TAMNAS_TOKEN", token);
    all.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "5s");
    ChildCommand command =
        new ChildCommand(
            name,
            program.command(premises.build(), premises.threads()),
            all,
            premises.files(),
            log(name));
    ChildProcess process = house.admit(() -> ChildProcess.start(command));
    census.add(process.handle());
    return process;
  }

  /** Waits until the process at that port says that it is up. */
  public void awaitHealth(ChildProcess process, int port) {
    Health health = new Health(address(port));
    Readiness.await(process.name(), STARTING, process, health::isUp);
  }

  /** Whether the process at that port says that it is up. */
  public boolean isUp(int port) {
    return new Health(address(port)).isUp();
  }

  /** Of a port of this machine. */
  public static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Path directory(String name) {
    Path directory = premises.files().resolve(name);
    Trees.create(directory);
    return directory;
  }

  private Path log(String name) {
    return premises.logs().resolve(name + ".log");
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
