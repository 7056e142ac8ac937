package io.tamnas.quickstart.house;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The three services of Tamnas and their database, as processes that talk REST over loopback. They
 * belong to a house, which stops them.
 */
public final class Platform {

  private static final Duration STARTING = Duration.ofMinutes(3);
  private static final JavaProgram SERVICE = new JavaProgram("search-service", 512);
  private static final JavaProgram TRAINER = new JavaProgram("trainer-worker", 1024);
  private static final JavaProgram EVALUATOR = new JavaProgram("evaluator-worker", 1024);

  private final House house;
  private final Premises premises;
  private final Census census;
  private final String token = secret();
  private final int servicePort;
  private final int trainerPort;
  private final int evaluatorPort;
  private final Database database;
  private final Map<Member, ChildProcess> members = new EnumMap<>(Member.class);

  /** One of the three services. */
  public enum Member {
    SEARCH_SERVICE,
    TRAINER,
    EVALUATOR
  }

  private Platform(House house, Premises premises) {
    this.house = house;
    this.premises = premises;
    this.census = new Census(premises.files().resolve("processes"));
    Trees.create(premises.logs());
    Trees.create(premises.files());
    this.database =
        house.admit(
            () -> Database.start(premises.files().resolve("database"), log("database"), secret()));
    census.add(database.handle());
    List<Integer> ports = FreePort.take(3);
    this.servicePort = ports.get(0);
    this.trainerPort = ports.get(1);
    this.evaluatorPort = ports.get(2);
    for (Member member : Member.values()) {
      members.put(member, start(member));
    }
    members.forEach((member, process) -> awaitHealth(process, port(member)));
  }

  /** Starts all of it and waits until all of it answers. */
  public static Platform start(House house, Premises premises) {
    return new Platform(house, premises);
  }

  /** Of the public API. */
  public URI address() {
    return address(servicePort);
  }

  /** What guards the calls of workers and the artifacts. */
  public String token() {
    return token;
  }

  /** Ends one of them as a power cut would. */
  public synchronized void kill(Member member) {
    ChildProcess process = Objects.requireNonNull(members.remove(member), "it is killed already");
    process.kill();
    house.dismiss(process);
  }

  /** Starts what was killed again, at the address that it had, and waits until it answers. */
  public synchronized void startAgain(Member member) {
    ChildProcess process = start(member);
    members.put(member, process);
    awaitHealth(process, port(member));
  }

  private ChildProcess start(Member member) {
    return switch (member) {
      case SEARCH_SERVICE -> startService();
      case TRAINER -> startWorker(TRAINER, trainerPort);
      case EVALUATOR -> startWorker(EVALUATOR, evaluatorPort);
    };
  }

  private int port(Member member) {
    return switch (member) {
      case SEARCH_SERVICE -> servicePort;
      case TRAINER -> trainerPort;
      case EVALUATOR -> evaluatorPort;
    };
  }

  private ChildProcess startService() {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("TAMNAS_ARTIFACTS_DIRECTORY", directory("artifacts").toString());
    return start(SERVICE, servicePort, settings);
  }

  private ChildProcess startWorker(JavaProgram program, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("TAMNAS_SERVICE_URL", address().toString());
    settings.put("TAMNAS_WORKER_URL", address(port).toString());
    settings.put("TAMNAS_WORKER_ID", program.module());
    settings.put("TAMNAS_WORK_DIRECTORY", directory(program.module()).toString());
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
    return start(program, port, settings);
  }

  private ChildProcess start(JavaProgram program, int port, Map<String, String> settings) {
    settings.put("SERVER_PORT", Integer.toString(port));
    settings.put("SERVER_ADDRESS", "127.0.0.1");
    settings.put("TAMNAS_TOKEN", token);
    settings.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "5s");
    ChildCommand command =
        new ChildCommand(
            program.module(),
            program.command(premises.build(), premises.threads()),
            settings,
            premises.files(),
            log(program.module()));
    ChildProcess process = house.admit(() -> ChildProcess.start(command));
    census.add(process.handle());
    return process;
  }

  private void awaitHealth(ChildProcess process, int port) {
    Health health = new Health(address(port));
    Readiness.await(process.name(), STARTING, process, health::isUp);
  }

  private Path directory(String name) {
    Path directory = premises.files().resolve(name);
    Trees.create(directory);
    return directory;
  }

  private Path log(String name) {
    return premises.logs().resolve(name + ".log");
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
