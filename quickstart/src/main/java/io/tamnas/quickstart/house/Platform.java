package io.tamnas.quickstart.house;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The three services of Tamnas and their database, as processes that talk REST over loopback. They
 * belong to a house, which stops them.
 */
public final class Platform {

  private final House house;
  private final Services services;
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
    this.services = new Services(house, premises);
    this.database = services.startDatabase();
    List<Integer> ports = FreePort.take(3);
    this.servicePort = ports.get(0);
    this.trainerPort = ports.get(1);
    this.evaluatorPort = ports.get(2);
    for (Member member : Member.values()) {
      members.put(member, start(member));
    }
    members.forEach((member, process) -> services.awaitHealth(process, port(member)));
  }

  /** Starts all of it and waits until all of it answers. */
  public static Platform start(House house, Premises premises) {
    return new Platform(house, premises);
  }

  /** Of the public API. */
  public URI address() {
    return Services.address(servicePort);
  }

  /** What guards the calls of workers and the artifacts. */
  public String token() {
    return services.token();
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
    services.awaitHealth(process, port(member));
  }

  private ChildProcess start(Member member) {
    return switch (member) {
      case SEARCH_SERVICE ->
          services.start(
              JavaProgram.SEARCH_SERVICE,
              JavaProgram.SEARCH_SERVICE.module(),
              servicePort,
              services.service(database.settings()));
      case TRAINER -> startWorker(JavaProgram.TRAINER, trainerPort);
      case EVALUATOR -> startWorker(JavaProgram.EVALUATOR, evaluatorPort);
    };
  }

  private ChildProcess startWorker(JavaProgram program, int port) {
    return services.start(
        program,
        program.module(),
        port,
        services.worker(program.module(), address(), Services.address(port)));
  }

  private int port(Member member) {
    return switch (member) {
      case SEARCH_SERVICE -> servicePort;
      case TRAINER -> trainerPort;
      case EVALUATOR -> evaluatorPort;
    };
  }
}
