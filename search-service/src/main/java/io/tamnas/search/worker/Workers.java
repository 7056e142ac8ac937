package io.tamnas.search.worker;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All workers that ever registered. A registration is one statement, and counts as a heartbeat. */
@Component
@EnableConfigurationProperties(WorkerSettings.class)
public class Workers {

  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  private static final String REGISTER =
      """
      insert into worker as w (id, url, incarnation, kinds, device, memory_bytes, version,
          numeric_environment, machine, registered_at, seen_at, unavailable_until)
      values (:id, :url, :incarnation, :kinds, :device, :memory, :version, :environment,
          :machine, statement_timestamp(), statement_timestamp(),
          statement_timestamp() + :busy * interval '1 second')
      on conflict (id) do update set url = excluded.url, incarnation = excluded.incarnation,
          kinds = excluded.kinds, device = excluded.device, memory_bytes = excluded.memory_bytes,
          version = excluded.version, numeric_environment = excluded.numeric_environment,
          machine = excluded.machine, seen_at = excluded.seen_at,
          registered_at = case when w.incarnation = excluded.incarnation
              then w.registered_at else excluded.registered_at end,
          unavailable_until = case
              when w.incarnation <> excluded.incarnation or cast(:task as uuid) is null
                then excluded.unavailable_until
              when w.task = cast(:task as uuid) and w.attempt = :attempt then w.unavailable_until
              else greatest(w.unavailable_until, excluded.unavailable_until) end,
          shunned_at = case when w.incarnation = excluded.incarnation then w.shunned_at end,
          draining = w.draining and w.incarnation = excluded.incarnation,
          trusted_at = case when w.incarnation = excluded.incarnation
              then w.trusted_at else statement_timestamp() end,
          quarantines = case when w.incarnation = excluded.incarnation then w.quarantines else 0 end,
          quarantined_until = case when w.incarnation = excluded.incarnation
              then w.quarantined_until end,
          quarantine_reason = case when w.incarnation = excluded.incarnation
              then w.quarantine_reason end
      returning registered_at = seen_at as fresh, draining
      """;

  private static final String DIRECT =
      """
      update worker set draining = :drains,
          trusted_at = case when :drains then trusted_at else clock_timestamp() end,
          quarantines = case when :drains then quarantines else 0 end,
          quarantined_until = case when :drains then quarantined_until end,
          quarantine_reason = case when :drains then quarantine_reason end
      where id = :id
      """;

  private final JdbcClient database;
  private final WorkerSettings settings;
  private final ApplicationEventPublisher events;

  Workers(JdbcClient database, WorkerSettings settings, ApplicationEventPublisher events) {
    this.database = database;
    this.settings = settings;
    this.events = events;
  }

  private record Registered(boolean fresh, boolean draining) {}

  /**
   * Notes that the worker lives, as which incarnation, and what it can do; answers what it shall
   * do. A new incarnation neither drains nor is quarantined. One that is still at work at what it
   * has lost gets nothing for the time of two heartbeats, unless it registers as idle.
   */
  public Directive register(String id, WorkerRegistration registration) {
    RegistrationCheck.check(id, registration);
    String[] kinds =
        registration.kinds().stream().map(TaskKind::name).sorted().toArray(String[]::new);
    Optional<AttemptReference> atWork = Optional.ofNullable(registration.attempt());
    Registered registered =
        database
            .sql(REGISTER)
            .param("id", id)
            .param("url", registration.url().toString())
            .param("incarnation", registration.incarnation())
            .param("kinds", kinds)
            .param("device", registration.device())
            .param("memory", registration.memoryBytes())
            .param("version", registration.version())
            .param("task", atWork.map(one -> one.task().toString()).orElse(null), Types.VARCHAR)
            .param("attempt", atWork.map(AttemptReference::attempt).orElse(null), Types.INTEGER)
            .param("busy", atWork.isPresent() ? settings.busySeconds() : 0)
            .param("environment", registration.numericEnvironment())
            .param("machine", registration.machine())
            .query(Registered.class)
            .single();
    if (registered.fresh()) {
      log.info(
          "worker {} registered at {} for {}", id, registration.url(), String.join(", ", kinds));
    }
    events.publishEvent(new WorkerRegistered(id, registration.incarnation()));
    return registered.draining() ? Directive.DRAIN : Directive.WORK;
  }

  /**
   * Lets the worker take no task any more, or take them again, also where it was quarantined. It is
   * told when it next registers; a new incarnation works.
   *
   * @throws UnknownWorker where none ever registered under that id
   */
  public Worker direct(String id, Directive directive) {
    database.sql(DIRECT).param("drains", directive == Directive.DRAIN).param("id", id).update();
    log.info("worker {} shall {}", id, directive);
    return all().stream()
        .filter(worker -> worker.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UnknownWorker(id));
  }

  /** Gives the worker no task for a while: it fails again and again. */
  public void quarantine(String id, UUID incarnation, double seconds, String reason) {
    database
        .sql(
            """
            update worker set quarantines = quarantines + 1, trusted_at = clock_timestamp(),
                quarantined_until = clock_timestamp() + ? * interval '1 second',
                quarantine_reason = ?
            where id = ? and incarnation = ?
            """)
        .params(seconds, reason, id, incarnation)
        .update();
    log.warn("worker {} is quarantined for {} s: {}", id, seconds, reason);
  }

  /** Gives the worker no task for a while, or until it registers as idle: it was busy. */
  public void leaveAlone(String id, UUID incarnation, double seconds) {
    database
        .sql(
            """
            update worker set unavailable_until = clock_timestamp() + ? * interval '1 second'
            where id = ? and incarnation = ?
            """)
        .params(seconds, id, incarnation)
        .update();
  }

  /** Gives the worker no task for now: it could not be reached, or refused one. */
  public void shun(String id, UUID incarnation) {
    database
        .sql("update worker set shunned_at = clock_timestamp() where id = ? and incarnation = ?")
        .params(id, incarnation)
        .update();
  }

  /**
   * Whether somebody lives that does such tasks.
   *
   * @param machine the kind of machine that it must be; empty: any
   */
  public boolean isThere(TaskKind kind, Optional<String> machine) {
    return database
        .sql(
            """
            select exists (select from worker where :kind = any (kinds)
              and seen_at > clock_timestamp() - :lease * interval '1 second'
              and machine = coalesce(:machine, machine))
            """)
        .param("kind", kind.name())
        .param("lease", settings.leaseSeconds())
        .param("machine", machine.orElse(null), Types.VARCHAR)
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether somebody can be given such tasks.
   *
   * @param machine the kind of machine that it must be; empty: any
   */
  public Availability availability(TaskKind kind, Optional<String> machine) {
    return database
        .sql(
            """
            select count(*), count(*) filter (where draining),
              count(*) filter (where not draining and quarantined_until > clock_timestamp()),
              min(quarantined_until)
                filter (where not draining and quarantined_until > clock_timestamp())
            from worker where :kind = any (kinds)
              and seen_at > clock_timestamp() - :lease * interval '1 second'
              and (cast(:machine as text) is null or machine = :machine)
            """)
        .param("kind", kind.name())
        .param("lease", settings.leaseSeconds())
        .param("machine", machine.orElse(null), Types.VARCHAR)
        .query(
            (row, number) ->
                Availability.of(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant)))
        .single();
  }

  public List<Worker> all() {
    return database
        .sql(
            """
            select *, seen_at > clock_timestamp() - ? * interval '1 second' as live
            from worker order by id
            """)
        .param(settings.leaseSeconds())
        .query(Workers::worker)
        .list();
  }

  private static Worker.@Nullable Quarantine quarantine(ResultSet row) throws SQLException {
    Timestamp until = row.getTimestamp("quarantined_until");
    String reason = row.getString("quarantine_reason");
    return until == null || reason == null
        ? null
        : new Worker.Quarantine(until.toInstant(), reason, row.getInt("quarantines"));
  }

  private static Worker worker(ResultSet row, int number) throws SQLException {
    String[] kinds = (String[]) row.getArray("kinds").getArray();
    return new Worker(
        row.getString("id"),
        URI.create(row.getString("url")),
        Arrays.stream(kinds).map(TaskKind::valueOf).toList(),
        row.getString("device"),
        row.getLong("memory_bytes"),
        row.getString("version"),
        row.getString("numeric_environment"),
        row.getString("machine"),
        row.getBoolean("live") ? Worker.Presence.LIVE : Worker.Presence.SILENT,
        row.getBoolean("draining") ? Directive.DRAIN : Directive.WORK,
        quarantine(row),
        row.getTimestamp("registered_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(),
        row.getObject("task", UUID.class));
  }
}
