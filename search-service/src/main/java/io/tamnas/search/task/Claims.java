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
 * nothing until it registers after a pause; one that drains or is quarantined gets nothing either.
 * Latencies of a job that is bound to a kind of machine go to workers of that kind alone.
 *
 * <p>Jobs of a higher priority come first; of those of one priority, the job with the fewest
 * running tasks of the kind; of those, the oldest. Within a job the oldest task comes first. It
 * goes to a worker on which it did not fail last, if there is one.
 *
 * <p>The statement looks at each job and kind with ready tasks once, and at what runs; what is done
 * costs nothing. Of those in turn, and of workers that can do the same, it tries to lock the first
 * few.
 */
@Component
class Claims {

  static final String PAIR =
      """
      with recursive idle as materialized (
        select id, kinds, machine,
            row_number() over (partition by kinds, machine order by id) as place
        from worker
        where task is null and not draining and unavailable_until <= clock_timestamp()
          and (quarantined_until is null or quarantined_until <= clock_timestamp())
          and seen_at > clock_timestamp() - :lease * interval '1 second'
          and (shunned_at is null or seen_at > shunned_at + :pause * interval '1 second')
      ), wanted as materialized (
        select distinct unnest(kinds) as kind from idle
      ), ready (job, kind) as (
        (select job, kind from task where state = 'READY' and exists (select from wanted)
          order by job, kind limit 1)
        union all
        select next.job, next.kind from ready cross join lateral (
          select t.job, t.kind from task t
          where t.state = 'READY' and (t.job, t.kind) > (ready.job, ready.kind)
          order by t.job, t.kind limit 1) next
      ), running as materialized (
        select job, kind, count(*) as tasks from task where state = 'RUNNING' group by job, kind
      ), turn as materialized (
        select first.id as task, coalesce(running.tasks, 0) as running,
            row_number() over (partition by kind
              order by j.priority desc, coalesce(running.tasks, 0), j.number) as place
        from ready join wanted using (kind) join search_job j on j.id = ready.job
          left join running using (job, kind)
          cross join lateral (
            select t.id from task t
            where t.job = ready.job and t.kind = ready.kind and t.state = 'READY'
              and t.not_before <= clock_timestamp()
              and ((t.beside or t.kind = 'TRANSFER_MATRIX') and j.paused_by is distinct from 'USER'
                or j.state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')
                or t.kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT') and j.state = 'SUCCEEDED')
            order by t.number limit 1) first
        where (j.maximum_tasks is null
            or j.maximum_tasks > (select coalesce(sum(r.tasks), 0) from running r where r.job = j.id))
          and (kind <> 'MEASURE_LATENCY' or j.latency_machine is null
            or exists (select from idle where kind = any (idle.kinds)
              and idle.machine = j.latency_machine))
      )
      select t.id as task, w.id as worker, w.incarnation, w.url
      from turn join task t on t.id = turn.task join search_job j on j.id = t.job
        join idle on t.kind = any (idle.kinds) join worker w on w.id = idle.id
      where turn.place <= :few and idle.place <= :few
        and t.state = 'READY'
        and ((t.beside or t.kind = 'TRANSFER_MATRIX') and j.paused_by is distinct from 'USER'
          or j.state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')
          or t.kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT') and j.state = 'SUCCEEDED')
        and w.task is null and not w.draining and w.unavailable_until <= clock_timestamp()
        and (w.quarantined_until is null or w.quarantined_until <= clock_timestamp())
        and (t.kind <> 'MEASURE_LATENCY' or j.latency_machine is null
          or w.machine = j.latency_machine)
      order by j.priority desc, turn.running, j.number, t.number,
        w.id is not distinct from t.failed_on, w.id
      limit 1
      for no key update of j, t, w skip locked
      """;

  /** More than are ever locked at once, but for bad luck, which the next claim mends. */
  static final int FEW = 16;

  private final JdbcClient database;
  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final CheckpointRows checkpoints;
  private final TaskOwner owner;
  private final WorkerSettings settings;
  private final DispatchSettings dispatch;

  Claims(
      JdbcClient database,
      TaskRows tasks,
      AttemptRows attempts,
      CheckpointRows checkpoints,
      TaskOwner owner,
      WorkerSettings settings,
      DispatchSettings dispatch) {
    this.database = database;
    this.tasks = tasks;
    this.attempts = attempts;
    this.checkpoints = checkpoints;
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
        .param("few", FEW)
        .query(Claims::pair)
        .optional()
        .flatMap(pair -> tasks.open(pair.task()).map(attempt -> open(pair, attempt)));
  }

  private Claim open(Pair pair, int attempt) {
    attempts.open(pair.task(), attempt, pair.worker(), pair.incarnation(), settings.leaseSeconds());
    Task task = tasks.find(pair.task()).orElseThrow();
    owner.started(task);
    return new Claim(
        task,
        attempt,
        pair.worker(),
        pair.incarnation(),
        pair.url(),
        checkpoints.usable(task.id()).orElse(null));
  }

  private static Pair pair(ResultSet row, int number) throws SQLException {
    return new Pair(
        row.getObject("task", UUID.class),
        row.getString("worker"),
        row.getObject("incarnation", UUID.class),
        URI.create(row.getString("url")));
  }
}
