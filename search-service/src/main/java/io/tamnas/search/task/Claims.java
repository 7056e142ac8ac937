package io.tamnas.search.task;

import io.tamnas.search.worker.WorkerSettings;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings ready tasks and idle workers together, at most one attempt per task and one task per
 * worker, whoever else claims at the same time. Job, task and worker are locked together, and what
 * is locked already is passed over, so a claim never waits. A worker that could not be reached gets
 * nothing until it registers after a pause. Where a job is bound to a kind of machine, whatever
 * takes times goes to workers of that kind alone.
 */
@Component
class Claims {

  private static final String PAIR =
      """
      select t.id as task, w.id as worker, w.incarnation, w.url
      from task t join search_job j on j.id = t.job join worker w on t.kind = any (w.kinds)
      where t.state = 'READY' and t.not_before <= clock_timestamp()
        and (t.beside or t.kind = 'TRANSFER_MATRIX'
          or j.state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')
          or t.kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT') and j.state = 'SUCCEEDED')
        and (t.kind not in ('MEASURE_LATENCY', 'EXPORT') or j.latency_machine is null
          or w.machine = j.latency_machine)
        and w.task is null and w.unavailable_until <= clock_timestamp()
        and w.seen_at > clock_timestamp() - :lease * interval '1 second'
        and (w.shunned_at is null or w.seen_at > w.shunned_at + :pause * interval '1 second')
      order by t.number, w.id limit 1
      for no key update of j, t, w skip locked
      """;

  private final JdbcClient database;
  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final TaskOwner owner;
  private final WorkerSettings settings;
  private final DispatchSettings dispatch;

  Claims(
      JdbcClient database,
      TaskRows tasks,
      AttemptRows attempts,
      TaskOwner owner,
      WorkerSettings settings,
      DispatchSettings dispatch) {
    this.database = database;
    this.tasks = tasks;
    this.attempts = attempts;
    this.owner = owner;
    this.settings = settings;
    this.dispatch = dispatch;
  }

  private record Pair(UUID task, String worker, UUID incarnation, URI url) {}

  /** Opens the next attempt; empty where no task is ready or no worker is idle. */
  @Transactional
  Optional<Claim> next() {
    return database
        .sql(PAIR)
        .param("lease", settings.leaseSeconds())
        .param("pause", dispatch.pauseSeconds())
        .query(Claims::pair)
        .optional()
        .map(this::open);
  }

  private Claim open(Pair pair) {
    int attempt = tasks.open(pair.task());
    attempts.open(pair.task(), attempt, pair.worker(), pair.incarnation(), settings.leaseSeconds());
    Task task = tasks.find(pair.task()).orElseThrow();
    owner.started(task);
    return new Claim(
        task,
        attempt,
        pair.worker(),
        pair.incarnation(),
        pair.url(),
        tasks.checkpoint(task.id()).orElse(null));
  }

  private static Pair pair(ResultSet row, int number) throws SQLException {
    return new Pair(
        row.getObject("task", UUID.class),
        row.getString("worker"),
        row.getObject("incarnation", UUID.class),
        URI.create(row.getString("url")));
  }
}
