package io.tamnas.chaos.cluster;

import io.tamnas.chaos.network.Fault;
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
import java.util.concurrent.TimeUnit;

/**
 * Real processes with short leases, each called through a proxy, on a database and files that
 * nobody has used before. Stopped when it is closed.
 */
public final class Cluster implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration WRITING_DOWN = Duration.ofMinutes(2);

  private final House house = new House(GRACE);
  private final Thread whenEnded = new Thread(house::close, "closing the house");
  private final Programs programs;
  private final boolean learning;
  private final Size size;
  private final Path directory;
  private final Services services;
  private final Database database;
  private final Map<Member, Integer> ports = new EnumMap<>(Member.class);
  private final Network network;
  private final Map<Member, Post> posts = new EnumMap<>(Member.class);

  private Cluster(Programs programs, Path directory, Size size) {
    Runtime.getRuntime().addShutdownHook(whenEnded);
    this.programs = programs;
    this.learning = size == Size.SMALLEST && programs.areUnknown();
    this.size = size;
    this.directory = directory.toAbsolutePath();
    Services.endLeftOver(files());
    Trees.delete(this.directory);
    this.services =
        new Services(
            house,
            new Premises(
                programs.build(), files(), this.directory.resolve("logs"), Optional.empty(), 1));
    this.database = services.startDatabase();
    List<Integer> free = FreePort.take(size.members().size());
    for (Member member : size.members()) {
      ports.put(member, free.get(ports.size()));
    }
    ports.put(Member.DATABASE, database.port());
    this.network = house.admit(() -> new Network(ports));
  }

  /**
   * Starts one in a directory that is emptied first, and waits until all of it answers. The first
   * of the smallest size learns how its programs start sooner.
   */
  public static Cluster start(Programs programs, Path directory, Size size)
      throws InterruptedException {
    Cluster cluster = new Cluster(programs, directory, size);
    try {
      cluster.startAll();
      return cluster;
    } catch (RuntimeException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  private void startAll() throws InterruptedException {
    for (Member member : ports.keySet()) {
      if (member != Member.DATABASE) {
        posts.put(
            member,
            new Post(member.text(), house, () -> start(member), () -> services.isUp(port(member))));
      }
    }
    posts.values().forEach(Post::begin);
    for (Post post : posts.values()) {
      post.awaitUp();
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

  /** Whether it answers, so that there is somebody to be ended. */
  public boolean isUp(Member member) {
    return member == Member.DATABASE || post(member).isUp();
  }

  /** Ends them by SIGKILL. */
  public void kill(Set<Member> victims) {
    for (Member victim : new TreeSet<>(victims)) {
      if (victim == Member.DATABASE) {
        database.kill();
      } else {
        post(victim).kill();
      }
    }
  }

  /**
   * Starts what was killed again after some time: the database at once, which is waited for; the
   * others beside all else.
   */
  public void startAgain(Set<Member> victims, Duration outage) throws InterruptedException {
    for (Member victim : victims) {
      if (victim != Member.DATABASE) {
        post(victim).beginAgain(outage);
      }
    }
    if (victims.contains(Member.DATABASE)) {
      TimeUnit.MILLISECONDS.sleep(outage.toMillis());
      database.startAgain();
    }
  }

  /** Ends one of them by SIGTERM, waits until it has ended, and starts it again beside all else. */
  public void restart(Member member) {
    post(member).stop(GRACE);
    post(member).beginAgain(Duration.ZERO);
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
    return services.start(
        learning ? programs.learning(program) : programs.known(program),
        member.text(),
        port(member),
        all);
  }

  private Post post(Member member) {
    return Objects.requireNonNull(posts.get(member), () -> member + " is not of " + size);
  }

  private int port(Member member) {
    return Objects.requireNonNull(ports.get(member), () -> member + " is not of " + size);
  }

  private Path files() {
    return directory.resolve("run");
  }

  /** Without farewells, for nobody needs what is left; but whoever learns writes it down first. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenEnded);
      if (learning) {
        writeDown();
      }
      posts.values().forEach(Post::kill);
    } finally {
      house.close();
      Trees.delete(files());
    }
  }

  private void writeDown() {
    List<Thread> farewells =
        posts.values().stream()
            .map(post -> Thread.ofVirtual().start(() -> post.stop(WRITING_DOWN)))
            .toList();
    try {
      for (Thread farewell : farewells) {
        farewell.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
