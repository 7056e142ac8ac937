package io.tamnas.chaos.cluster;

import io.tamnas.chaos.network.Fault;
import io.tamnas.quickstart.house.Build;
import io.tamnas.quickstart.house.ChildProcess;
import io.tamnas.quickstart.house.Database;
import io.tamnas.quickstart.house.FreePort;
import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.house.JavaProgram;
import io.tamnas.quickstart.house.Premises;
import io.tamnas.quickstart.house.Services;
import io.tamnas.quickstart.house.Trees;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Real processes with short leases, each called through a proxy, on a database and files that
 * nobody has used before. Stopped when it is closed.
 */
public final class Cluster implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final House house = new House(GRACE);
  private final Thread whenEnded = new Thread(house::close, "closing the house");
  private final Size size;
  private final Path directory;
  private final Services services;
  private final Database database;
  private final Map<Member, Integer> ports = new EnumMap<>(Member.class);
  private final Network network;
  private final Map<Member, ChildProcess> processes = new EnumMap<>(Member.class);

  private Cluster(Path directory, Size size) {
    Runtime.getRuntime().addShutdownHook(whenEnded);
    this.size = size;
    this.directory = directory.toAbsolutePath();
    Trees.delete(this.directory);
    this.services =
        new Services(
            house,
            new Premises(
                Build.ofProperties(),
                files(),
                this.directory.resolve("logs"),
                Optional.empty(),
                1));
    this.database = services.startDatabase();
    List<Integer> free = FreePort.take(size.members().size());
    for (Member member : size.members()) {
      ports.put(member, free.get(ports.size()));
    }
    ports.put(Member.DATABASE, database.port());
    this.network = house.admit(() -> new Network(ports));
  }

  /** Starts one in a directory that is emptied first, and waits until all of it answers. */
  public static Cluster start(Path directory, Size size) {
    Cluster cluster = new Cluster(directory, size);
    try {
      Set<Member> all = new TreeSet<>(cluster.ports.keySet());
      all.remove(Member.DATABASE);
      cluster.startProcesses(all);
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Of the public API, whichever replica answers. */
  public URI address() {
    return Services.address(network.people());
  }

  public Database database() {
    return database;
  }

  /** One file per process, kept when the cluster is closed. */
  public Path logs() {
    return directory.resolve("logs");
  }

  /** Ends them by SIGKILL, all at once. */
  public void kill(Set<Member> victims) {
    for (Member victim : victims) {
      if (victim != Member.DATABASE) {
        process(victim).handle().destroyForcibly();
      }
    }
    for (Member victim : victims) {
      if (victim == Member.DATABASE) {
        database.kill();
      } else {
        ChildProcess process = process(victim);
        process.kill();
        house.dismiss(process);
      }
    }
  }

  /** Starts what was killed or stopped again, the database first, and waits until it answers. */
  public void startAgain(Set<Member> victims) {
    Set<Member> rest = new TreeSet<>(victims);
    if (rest.remove(Member.DATABASE)) {
      database.startAgain();
    }
    startProcesses(rest);
  }

  /** Ends one of them by SIGTERM and waits until it has ended. */
  public void stop(Member member) {
    house.dismiss(process(member));
  }

  /** Lets a link fail. */
  public void impose(Link link, Fault fault) {
    network.impose(link, fault);
  }

  public void heal(Link link) {
    network.heal(link);
  }

  /** How many of the link's connections were reset in mid-work. */
  public int broken(Link link) {
    return network.broken(link);
  }

  private void startProcesses(Set<Member> members) {
    members.forEach(member -> processes.put(member, start(member)));
    members.forEach(member -> services.awaitHealth(process(member), port(member)));
  }

  private ChildProcess start(Member member) {
    return switch (member) {
      case DATABASE -> throw new IllegalArgumentException("the database is started by itself");
      case FIRST_SERVICE, SECOND_SERVICE ->
          start(JavaProgram.SEARCH_SERVICE, member, Haste.service(service()));
      case TRAINER ->
          start(
              JavaProgram.TRAINER,
              member,
              worker(member, Link.TRAINER_TO_SERVICE, Member.TRAINER, Link.SERVICE_TO_TRAINER));
      case FIRST_EVALUATOR, SECOND_EVALUATOR ->
          start(
              JavaProgram.EVALUATOR,
              member,
              worker(
                  member,
                  Link.EVALUATORS_TO_SERVICE,
                  Member.FIRST_EVALUATOR,
                  Link.SERVICE_TO_EVALUATORS));
    };
  }

  private Map<String, String> service() {
    return services.service(
        database.settings(network.port(Link.SERVICE_TO_DATABASE, Member.DATABASE)));
  }

  private Map<String, String> worker(Member member, Link out, Member end, Link in) {
    return Haste.worker(
        services.worker(
            member.text(),
            Services.address(network.port(out, end)),
            Services.address(network.port(in, member))));
  }

  private ChildProcess start(JavaProgram program, Member member, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    Path temporary = files().resolve("tmp").resolve(member.text());
    Trees.create(temporary); // what a killed process leaves behind goes with the cluster
    all.put(
        "JAVA_TOOL_OPTIONS",
        "-Djava.io.tmpdir="
            + temporary
            + " -Djdk.httpclient.keepalive.timeout="
            + Haste.keptAlive());
    return services.start(program, member.text(), port(member), all);
  }

  private ChildProcess process(Member member) {
    return Objects.requireNonNull(processes.get(member), () -> member + " is not of " + size);
  }

  private int port(Member member) {
    return Objects.requireNonNull(ports.get(member), () -> member + " is not of " + size);
  }

  private Path files() {
    return directory.resolve("run");
  }

  /** Without farewells: nobody needs what is left. */
  @Override
  public void close() {
    processes.values().forEach(process -> process.handle().destroyForcibly());
    try {
      Runtime.getRuntime().removeShutdownHook(whenEnded);
      house.close();
    } finally {
      Trees.delete(files());
    }
  }
}
