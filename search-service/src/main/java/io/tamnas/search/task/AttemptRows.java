package io.tamnas.search.task;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of attempts. Every change is one conditional UPDATE that does nothing to an attempt
 * that has ended; an attempt whose lease has ended by the database's clock is as good as ended.
 */
@Component
class AttemptRows {

  private static final String[] WITHOUT_CHECKPOINTS =
      Arrays.stream(TaskKind.values())
          .filter(kind -> !kind.hasCheckpoints())
          .map(TaskKind::name)
          .toArray(String[]::new);

  /** Locks them in the order in which leases are renewed; which ones, and what they become. */
  private static final String END =
      """
      with held as materialized (
        select a.task, a.number from attempt a join task t on t.id = a.task
        where t.job = :job and a.state = 'RUNNING' %s
        order by a.task, a.number for no key update of a)
      update attempt a set %s, ended_at = clock_timestamp() from held
      where a.task = held.task and a.number = held.number
      returning a.task, a.number, a.worker
      """;

  private static final String CANCELLED = "state = 'CANCELLED'";

  private final JdbcClient database;

  AttemptRows(JdbcClient database) {
    this.database = database;
  }

  /** What became of an attempt. */
  record Outcome(
      String state,
      @Nullable String result,
      @Nullable String failureClass,
      @Nullable String reason) {}

  /** An attempt and who has it. */
  record Holder(UUID task, int attempt, String worker) {}

  /** Opens them, and puts their tasks into their workers' hands. */
  void open(List<Claim> claims, double leaseSeconds) {
    database
        .sql(
            """
            with opened as (
              insert into attempt (task, number, worker, incarnation, state, lease_until,
                  worker_version, device, numeric_environment)
              select c.task, c.number, w.id, c.incarnation, 'RUNNING',
                clock_timestamp() + :lease * interval '1 second',
                w.version, w.device, w.numeric_environment
              from unnest(:tasks, :numbers, :workers, :incarnations)
                as c (task, number, worker, incarnation) join worker w on w.id = c.worker
              returning task, number, worker)
            update worker w set task = opened.task, attempt = opened.number
            from opened where w.id = opened.worker
            """)
        .param("lease", leaseSeconds)
        .param("tasks", claims.stream().map(claim -> claim.task().id()).toArray(UUID[]::new))
        .param("numbers", claims.stream().map(Claim::attempt).toArray(Integer[]::new))
        .param("workers", claims.stream().map(Claim::worker).toArray(String[]::new))
        .param("incarnations", claims.stream().map(Claim::incarnation).toArray(UUID[]::new))
        .update();
  }

  /**
   * Renews leases, and tells for each attempt that still owned its task whether its job shall rest;
   * empty for one that did not own it.
   */
  List<Optional<Boolean>> renew(List<Beat> beats, double leaseSeconds) {
    Map<Beat.Of, Boolean> renewed = new HashMap<>();
    database
        .sql(
            """
            with beat as materialized (
              select * from unnest(:tasks, :numbers, :progress) as one (task, number, progress)
            ), held as materialized (
              select a.task, a.number, beat.progress,
                coalesce(j.paused_by = 'USER', false) as rests
              from attempt a join beat using (task, number)
                join task t on t.id = a.task join search_job j on j.id = t.job
              where a.state = 'RUNNING' and a.lease_until > clock_timestamp()
              order by a.task, a.number for no key update of a)
            update attempt a set progress = held.progress,
                lease_until = clock_timestamp() + :lease * interval '1 second'
            from held where a.task = held.task and a.number = held.number
            returning a.task, a.number, held.rests
            """)
        .param("tasks", beats.stream().map(beat -> beat.of().task()).toArray(UUID[]::new))
        .param("numbers", beats.stream().map(beat -> beat.of().attempt()).toArray(Integer[]::new))
        .param("progress", beats.stream().map(Beat::progress).toArray(Double[]::new))
        .param("lease", leaseSeconds)
        .query(
            row -> {
              renewed.put(
                  new Beat.Of(row.getObject(1, UUID.class), row.getInt(2)), row.getBoolean(3));
            });
    return beats.stream().map(beat -> Optional.ofNullable(renewed.get(beat.of()))).toList();
  }

  /** Whether the attempt owns its task; holds it so until the transaction ends. */
  boolean hold(UUID task, int attempt) {
    return database
        .sql(
            """
            select true from attempt where task = ? and number = ? and state = 'RUNNING'
              and lease_until > clock_timestamp() for no key update
            """)
        .params(task, attempt)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Notes that what the task comes to rests on this attempt up to that step. */
  void keptCheckpoint(UUID task, int attempt, long step) {
    database
        .sql("update attempt set checkpoint_step = ? where task = ? and number = ?")
        .params(step, task, attempt)
        .update();
  }

  /**
   * Ends the attempts that own their tasks, and tells which tasks these are. What their workers
   * failed before does not count any more.
   */
  Set<UUID> succeed(List<ResultReport> reports) {
    return database
        .sql(
            """
            with report as materialized (
              select * from unnest(:tasks, :numbers, :results) as one (task, number, result)
            ), held as materialized (
              select a.task, a.number, r.result from attempt a join report r using (task, number)
              where a.state = 'RUNNING' and a.lease_until > clock_timestamp()
              order by a.task for no key update of a
            ), ended as (
              update attempt a set state = 'SUCCEEDED', progress = 1, result = held.result,
                ended_at = clock_timestamp()
              from held where a.task = held.task and a.number = held.number returning a.task
            ), freed as (
              update worker w set task = null, attempt = null,
                trusted_at = case when e.task is null then w.trusted_at else clock_timestamp() end,
                quarantines = case when e.task is null then w.quarantines else 0 end,
                quarantined_until = case when e.task is null then w.quarantined_until end,
                quarantine_reason = case when e.task is null then w.quarantine_reason end
              from attempt a join report r using (task, number) left join ended e using (task)
              where w.id = a.worker and w.task = a.task and w.attempt = a.number)
            select task from ended
            """)
        .param("tasks", reports.stream().map(one -> one.task().id()).toArray(UUID[]::new))
        .param("numbers", reports.stream().map(ResultReport::attempt).toArray(Integer[]::new))
        .param("results", reports.stream().map(ResultReport::text).toArray(String[]::new))
        .query(UUID.class)
        .set();
  }

  /**
   * Ends an attempt that owns its task; tells whether it did. A worker that had to let go gets
   * nothing for the time of a lease, unless it registers as idle: it may be about to end.
   */
  boolean fail(
      UUID task, int attempt, FailureClass failureClass, String reason, double leaseSeconds) {
    int ended =
        database
            .sql(
                """
                update attempt set state = 'FAILED', failure_class = ?, failure_reason = ?,
                    ended_at = clock_timestamp()
                where task = ? and number = ? and state = 'RUNNING'
                  and lease_until > clock_timestamp()
                """)
            .params(failureClass.name(), reason, task, attempt)
            .update();
    if (ended == 1 && failureClass == FailureClass.PREEMPTED) {
      leaveAlone(task, attempt, leaseSeconds);
    }
    return freed(ended, task, attempt);
  }

  /** Ends a running attempt that its worker says nothing of; tells whether it was running. */
  boolean lose(UUID task, int attempt, FailureClass failureClass, String reason) {
    int ended =
        database
            .sql(
                """
                update attempt set state = 'FAILED', failure_class = ?, failure_reason = ?,
                    ended_at = clock_timestamp()
                where task = ? and number = ? and state = 'RUNNING'
                """)
            .params(failureClass.name(), reason, task, attempt)
            .update();
    return freed(ended, task, attempt);
  }

  /** Ends all running attempts of the job, and says who had them. */
  List<Holder> cancel(UUID job) {
    return end(database.sql(END.formatted("", CANCELLED)).param("job", job));
  }

  /** Ends the running attempts at the job's tasks about that subject, and returns who held them. */
  List<Holder> cancel(UUID job, String subject) {
    return end(
        database
            .sql(END.formatted("and t.subject = :subject", CANCELLED))
            .param("job", job)
            .param("subject", subject));
  }

  /** Ends the job's running attempts that leave no checkpoints, and returns who held them. */
  List<Holder> release(UUID job, String reason) {
    return end(
        database
            .sql(
                END.formatted(
                    "and t.kind = any (:kinds)",
                    "state = 'FAILED', failure_class = 'PREEMPTED', failure_reason = :reason"))
            .param("job", job)
            .param("kinds", WITHOUT_CHECKPOINTS)
            .param("reason", reason));
  }

  private List<Holder> end(JdbcClient.StatementSpec statement) {
    List<Holder> holders = statement.query(AttemptRows::holder).list();
    holders.forEach(holder -> free(holder.task(), holder.attempt()));
    return holders;
  }

  /** Running attempts whose lease has ended. */
  List<Holder> expired() {
    return database
        .sql(
            """
            select task, number, worker from attempt
            where state = 'RUNNING' and lease_until <= clock_timestamp() order by task, number
            """)
        .query(AttemptRows::holder)
        .list();
  }

  /** Running attempts of the worker's other incarnations. */
  List<Holder> ofOthers(String worker, UUID incarnation) {
    return database
        .sql(
            """
            select task, number, worker from attempt
            where worker = ? and incarnation <> ? and state = 'RUNNING' order by task, number
            """)
        .params(worker, incarnation)
        .query(AttemptRows::holder)
        .list();
  }

  Optional<Outcome> outcome(UUID task, int attempt) {
    return database
        .sql(
            """
            select state, result, failure_class, failure_reason from attempt
            where task = ? and number = ?
            """)
        .params(task, attempt)
        .query(
            (row, number) ->
                new Outcome(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .optional();
  }

  /**
   * What the attempt ended with by its own report.
   *
   * @throws StaleAttempt where it did not
   */
  Outcome reported(UUID task, int attempt) {
    return outcome(task, attempt)
        .filter(outcome -> outcome.state().equals("SUCCEEDED") || isReported(outcome))
        .orElseThrow(() -> new StaleAttempt(task, attempt));
  }

  private static boolean isReported(Outcome outcome) {
    return outcome.state().equals("FAILED")
        && !FailureClass.LEASE_EXPIRED.name().equals(outcome.failureClass());
  }

  private void leaveAlone(UUID task, int attempt, double seconds) {
    database
        .sql(
            """
            update worker set unavailable_until = clock_timestamp() + ? * interval '1 second'
            where task = ? and attempt = ?
            """)
        .params(seconds, task, attempt)
        .update();
  }

  private boolean freed(int ended, UUID task, int attempt) {
    free(task, attempt);
    return ended == 1;
  }

  private void free(UUID task, int attempt) {
    database
        .sql(
            """
            update worker w set task = null, attempt = null from attempt a
            where a.task = ? and a.number = ?
              and w.id = a.worker and w.task = a.task and w.attempt = a.number
            """)
        .params(task, attempt)
        .update();
  }

  private static Holder holder(ResultSet row, int number) throws SQLException {
    return new Holder(row.getObject(1, UUID.class), row.getInt(2), row.getString(3));
  }
}
