package io.tamnas.search.telemetry;

import io.tamnas.search.task.Claimable;
import io.tamnas.search.task.DispatchSettings;
import io.tamnas.search.worker.WorkerSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All gauges of the database in one statement, which looks only at what is not at its end. */
@Component
final class StateRows {

  private static final String STATE =
      """
      with ready as (
        select t.job, t.kind, t.number, j.maximum_tasks,
          case
            when not %2$s then 'held'
            when t.not_before > clock_timestamp() then 'waiting'
            else 'ready' end as state,
          extract(epoch from clock_timestamp() - t.not_before) as age
        from task t join search_job j on j.id = t.job where t.state = 'READY'
      ), limited as (
        select kind, maximum_tasks - coalesce(busy.tasks, 0) as room,
          row_number() over (partition by job order by number) as place
        from ready left join (
          select job, count(*) as tasks from task where state = 'RUNNING' group by job) busy using (job)
        where ready.state = 'ready' and maximum_tasks is not null
      ), lease as (
        select t.kind,
          case when a.lease_until > clock_timestamp() then 'valid' else 'overdue' end as state
        from attempt a join task t on t.id = a.task where a.state = 'RUNNING'
      ), present as (
        select unnest(w.kinds) as kind,
          case
            when w.seen_at <= clock_timestamp() - :lease * interval '1 second' then 'silent'
            when w.task is not null then 'busy'
            when w.draining then 'draining'
            when w.quarantined_until > clock_timestamp() then 'quarantined'
            when %1$s then 'idle'
            else 'unavailable' end as state
        from worker w where w.seen_at > clock_timestamp() - interval '1 hour'
      ), open_job as (
        select id, number, name, state, generation from search_job
        where state not in ('SUCCEEDED', 'CANCELLED', 'FAILED')
      ), running_job as (
        select id, name, generation from open_job where state <> 'PAUSED'
        order by number limit :jobs
      ), stored as (
        select count(*) as artifacts, coalesce(sum(size), 0) as bytes,
          count(*) filter (where damaged_at is not null) as damaged
        from artifact where state = 'STORED'
      )
      select 'TASKS' as family, kind as first, state as second, count(*)::float8 as value
        from ready group by kind, state
      union all select 'TASKS', kind, 'running', count(*) from lease group by kind
      union all select 'OLDEST_TASK', kind, null, max(age) from ready where state = 'ready'
        group by kind
      union all select 'WORKERS_WANTED', kind, null, count(*) from (
          select kind from ready where state = 'ready' and maximum_tasks is null
          union all select kind from limited where place <= room
          union all select kind from lease) wanted
        group by kind
      union all select 'LEASES', kind, state, count(*) from lease group by kind, state
      union all select 'WORKERS', kind, state, count(*) from present group by kind, state
      union all select 'JOBS', state, null, count(*) from open_job group by state
      union all select 'JOB_GENERATION', id::text, name, generation from running_job
        where generation is not null
      union all select 'JOB_HYPERVOLUME', j.id::text, j.name, g.hypervolume
        from running_job j cross join lateral (
          select hypervolume from generation where job = j.id and hypervolume is not null
          order by number desc limit 1) g
      union all select 'ARTIFACTS', null, null, artifacts from stored
      union all select 'ARTIFACT_BYTES', null, null, bytes from stored
      union all select 'DAMAGED_ARTIFACTS', null, null, damaged from stored
      """
          .formatted(Claimable.WORKER, Claimable.TASK);

  /** More running jobs than these show no generation of their own: each is a series. */
  private static final int MOST_JOBS = 200;

  private final JdbcClient database;
  private final WorkerSettings workers;
  private final DispatchSettings dispatch;

  StateRows(JdbcClient database, WorkerSettings workers, DispatchSettings dispatch) {
    this.database = database;
    this.workers = workers;
    this.dispatch = dispatch;
  }

  /** By family, then by the values of its labels. */
  Map<StateFamily, Map<List<String>, Double>> read() {
    Map<StateFamily, Map<List<String>, Double>> state = new EnumMap<>(StateFamily.class);
    for (StateFamily family : StateFamily.values()) {
      state.put(family, new TreeMap<>(StateRows::compare));
    }
    database
        .sql(STATE)
        .param("lease", workers.leaseSeconds())
        .param("pause", dispatch.pause().toMillis() / 1000.0)
        .param("jobs", MOST_JOBS)
        .query(
            row -> {
              StateFamily family = StateFamily.valueOf(row.getString("family"));
              List<String> labels = new ArrayList<>();
              for (int i = 0; i < family.labels().size(); i++) {
                labels.add(row.getString(i == 0 ? "first" : "second"));
              }
              state
                  .computeIfAbsent(family, _ -> new TreeMap<>(StateRows::compare))
                  .merge(List.copyOf(labels), row.getDouble("value"), Double::sum);
            });
    return state;
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join("\0", one).compareTo(String.join("\0", other));
  }
}
