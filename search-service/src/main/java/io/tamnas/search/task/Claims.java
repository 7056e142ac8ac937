package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.search.worker.WorkerSettings;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings ready tasks and idle workers together, at most one attempt per task and one task per
 * worker, whoever else claims at the same time. Task and worker are locked together, and what is
 * locked already is passed over, so a claim never waits. Jobs are not locked, or claims and results
 * would keep one another out: a task that is cancelled with its job meanwhile is locked by that, and
 * one that a pause comes across was claimed just before it. A worker that could not be reached gets
 * nothing until it registers after a pause. Latencies of a job that is bound to a kind of machine
 * go to workers of that kind alone.
 *
 * <p>Of each kind, the oldest tasks go to the first of the workers that can do the same. Many are
 * claimed at once, for a transaction costs more than a claim.
 */
@Component
class Claims {

  private static final String PAIRS =
      """
      with recursive idle as materialized (
        select id, kinds, row_number() over (partition by kinds, machine order by id) as place
        from worker
        where task is null and unavailable_until <= clock_timestamp()
          and seen_at > clock_timestamp() - :lease * interval '1 second'
          and (shunned_at is null or seen_at > shunned_at + :pause * interval '1 second')
      ), wanted as materialized (
        select kind, least(:most, count(*)) as workers
        from idle cross join lateral unnest(kinds) as kind group by kind
      ), ready (job, kind) as (
        (select job, kind from task where state = 'READY' and exists (select from wanted)
          order by job, kind limit 1)
        union all
        select next.job, next.kind from ready cross join lateral (
          select t.job, t.kind from task t
          where t.state = 'READY' and (t.job, t.kind) > (ready.job, ready.kind)
          order by t.job, t.kind limit 1) next
      ), turn as materialized (
        select first.id as task,
          row_number() over (
            partition by kind, case kind when 'MEASURE_LATENCY' then j.latency_machine end
            order by first.number) as place
        from ready join wanted using (kind) join search_job j on j.id = ready.job
          cross join lateral (
          select t.id, t.number from task t
          where t.job = ready.job and t.kind = ready.kind and t.state = 'READY'
            and t.not_before <= clock_timestamp()
          order by t.number limit workers) first
        where kind = 'TRANSFER_MATRIX'
          or j.state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')
          or kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT') and j.state = 'SUCCEEDED'
      )
      select t.*, w.id as worker, w.incarnation, w.url
      from turn join task t on t.id = turn.task join search_job j on j.id = t.job
        join idle on t.kind = any (idle.kinds) and idle.place = turn.place
        join worker w on w.id = idle.id
      where turn.place <= :most and t.state = 'READY'
        and (t.kind = 'TRANSFER_MATRIX'
          or j.state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')
          or t.kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT') and j.state = 'SUCCEEDED')
        and (t.kind <> 'MEASURE_LATENCY' or j.latency_machine is null
          or w.machine = j.latency_machine)
        and w.task is null and w.unavailable_until <= clock_timestamp()
      order by t.number, w.id
      for no key update of t, w skip locked
      """;

  /** Enough that a transaction costs little beside what it opens. */
  private static final int MOST = 32;

  private final JdbcClient database;
  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final WorkerSettings settings;
  private final DispatchSettings dispatch;

  Claims(
      JdbcClient database,
      TaskRows tasks,
      AttemptRows attempts,
      WorkerSettings settings,
      DispatchSettings dispatch) {
    this.database = database;
    this.tasks = tasks;
    this.attempts = attempts;
    this.settings = settings;
    this.dispatch = dispatch;
  }

  private record Pair(
      Task task,
      @Nullable CheckpointReport checkpoint,
      String worker,
      UUID incarnation,
      URI url) {}

  /** Opens the next attempts; none where no task is ready or no worker is idle. */
  @Transactional
  List<Claim> next() {
    List<Pair> pairs =
        disjoint(
            database
                .sql(PAIRS)
                .param("lease", settings.leaseSeconds())
                .param("pause", dispatch.pauseSeconds())
                .param("most", MOST)
                .query((row, number) -> pair(row))
                .list());
    if (pairs.isEmpty()) {
      return List.of();
    }
    Map<UUID, Integer> numbers =
        tasks.open(pairs.stream().map(pair -> pair.task().id()).toList());
    List<Claim> claims = pairs.stream().map(pair -> claim(pair, numbers)).toList();
    attempts.open(claims, settings.leaseSeconds());
    return claims;
  }

  /** Those whose task and worker are in none before: workers of several kinds come up in each. */
  private static List<Pair> disjoint(List<Pair> pairs) {
    Set<UUID> given = new HashSet<>();
    Set<String> taken = new HashSet<>();
    List<Pair> disjoint = new ArrayList<>();
    for (Pair pair : pairs) {
      if (!given.contains(pair.task().id()) && taken.add(pair.worker())) {
        given.add(pair.task().id());
        disjoint.add(pair);
      }
    }
    return disjoint;
  }

  private static Claim claim(Pair pair, Map<UUID, Integer> numbers) {
    return new Claim(
        pair.task(),
        Objects.requireNonNull(numbers.get(pair.task().id())),
        pair.worker(),
        pair.incarnation(),
        pair.url(),
        pair.checkpoint());
  }

  private Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        tasks.task(row),
        TaskRows.checkpoint(row),
        row.getString("worker"),
        row.getObject("incarnation", UUID.class),
        URI.create(row.getString("url")));
  }
}
