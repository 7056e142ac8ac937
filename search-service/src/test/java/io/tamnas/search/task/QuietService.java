package io.tamnas.search.task;

import io.tamnas.search.job.People;
import io.tamnas.search.metric.Metrics;
import io.tamnas.search.support.Database;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.worker.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A service in which nothing happens by itself: nothing is dispatched or swept unless a test does
 * it, and time passes only when the database's times are moved. Times are chosen so long that no
 * machine is too slow for them. Its own clock is never right.
 */
final class QuietService implements AutoCloseable {

  static final long LEASE = 1000;
  static final long HEARTBEAT = 50;
  static final long PAUSE = 100;
  static final long BACKOFF = 100;
  static final int FAILURES = 4;
  static final int LOSSES = 4;
  static final int STRIKES = 3;
  static final long QUARANTINE = 1000;
  static final long LONGEST_QUARANTINE = 4000;

  final Database database = Database.create();
  final Attempts attempts;
  final Results results;
  final AttemptJson json;
  final LeaseSweep sweep;
  final Workers workers;
  final Metrics metrics;
  final People people;
  final JdbcClient sql;
  private final Service service = start();
  private final SingleConnectionDataSource reading = reading();
  private final Claims claims;
  private final TaskOwner owner;

  private static final class Shared {
    static final QuietService SERVICE = new QuietService();
  }

  /** The one of all tests of the JVM, which lives as long as it. */
  static QuietService shared() {
    return Shared.SERVICE;
  }

  /** One more, with a database of its own. */
  static QuietService another() {
    return new QuietService();
  }

  private QuietService() {
    service.part(DispatchLoop.class).stop();
    claims = service.part(Claims.class);
    owner = service.part(TaskOwner.class);
    attempts = service.part(Attempts.class);
    results = service.part(Results.class);
    json = service.part(AttemptJson.class);
    sweep = service.part(LeaseSweep.class);
    workers = service.part(Workers.class);
    metrics = service.part(Metrics.class);
    sql = service.part(JdbcClient.class);
    people = new People(service);
  }

  private Service start() {
    try {
      return Service.start(
          database,
          Files.createTempDirectory("quiet"),
          new BrokenClock(),
          "tamnas.lease=" + LEASE + "s",
          "tamnas.heartbeat=" + HEARTBEAT + "s",
          "tamnas.dispatch.tick=1d",
          "tamnas.dispatch.sweep=1d",
          "tamnas.dispatch.pause=" + PAUSE + "s",
          "tamnas.retry.limit=" + FAILURES,
          "tamnas.retry.lost=" + LOSSES,
          "tamnas.retry.backoff=" + BACKOFF + "s",
          "tamnas.quarantine.failures=" + STRIKES,
          "tamnas.quarantine.first=" + QUARANTINE + "s",
          "tamnas.quarantine.longest=" + LONGEST_QUARANTINE + "s",
          "logging.level.io.tamnas=error");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection that plans a statement once for all: what is looked at is looked at often. */
  private SingleConnectionDataSource reading() {
    SingleConnectionDataSource source =
        new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    Properties properties = new Properties();
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("options", "-c plan_cache_mode=force_generic_plan -c jit=off");
    source.setConnectionProperties(properties);
    return source;
  }

  /** To look at the tables again and again; for one thread at a time. */
  JdbcClient reader() {
    return JdbcClient.create(reading);
  }

  /** What is given to whom now; nothing where there is nothing to give, or nobody to give it to. */
  List<Claim> claim() {
    return claim(1);
  }

  /** The same for so many at most. */
  List<Claim> claim(int most) {
    return claims.next(most);
  }

  /** The task is on its way to the worker that was chosen for it. */
  void start(Task task) {
    if (owner.isChangedByStart(task)) {
      attempts.started(task);
    }
  }

  /** Lets so many seconds pass: every time that is compared with the clock lies further back. */
  void pass(long seconds) {
    sql.sql(
            """
            with moved as (select :seconds * interval '1 second' as by),
              leases as (update attempt set lease_until = lease_until - moved.by from moved
                where state = 'RUNNING'),
              pauses as (update task set not_before = not_before - moved.by from moved
                where state = 'READY')
            update worker set seen_at = seen_at - moved.by,
              unavailable_until = unavailable_until - moved.by,
              shunned_at = shunned_at - moved.by,
              quarantined_until = quarantined_until - moved.by from moved
            """)
        .param("seconds", seconds)
        .update();
  }

  /** Notes an artifact as uploaded. */
  void upload(String sha256) {
    sql.sql(
            "insert into artifact (sha256, size, state) values (?, 1, 'STORED')"
                + " on conflict do nothing")
        .param(sha256)
        .update();
  }

  /** A supernet that was trained before, another one each time: its artifact. */
  String supernet() {
    String artifact = MadeUp.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    upload(artifact);
    sql.sql(
            """
            insert into supernet (artifact, space, dataset, dataset_digest)
            values (?, 'tam-nano', 'shapes', ?)
            """)
        .params(artifact, MadeUp.DATASET_DIGEST)
        .update();
    return artifact;
  }

  @Override
  public void close() {
    reading.destroy();
    service.close();
  }

  /** Forgets all that was. */
  void empty() {
    RunningService.empty(database);
  }
}
