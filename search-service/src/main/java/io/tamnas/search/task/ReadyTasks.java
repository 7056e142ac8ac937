package io.tamnas.search.task;

import io.tamnas.search.worker.WorkerSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks that wait for workers, in turn. Of each kind, jobs of a higher priority come first; of
 * those of one priority, the job with the fewest running tasks; of those, the oldest. Within a job
 * the oldest task comes first. What was done before costs nothing: the statement looks at each job
 * and kind with ready tasks once, and at what runs.
 *
 * <p>Jobs are held against being paused and cancelled, which changes what may run, and not against
 * results, or claims and results would keep one another out.
 */
@Component
class ReadyTasks {

  /** {@code :lease} and {@code :pause} are seconds, {@code :most} of a kind are given. */
  static final String LOCKED =
      """
      with recursive idle as materialized (
        select w.kinds, w.machine, count(*) as workers from worker w where %1$s
        group by w.kinds, w.machine
      ), wanted as materialized (
        select kind, least(:most, sum(workers))::integer as workers
        from idle cross join lateral unnest(kinds) as kind group by kind
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
      ), busy as materialized (
        select job, sum(tasks)::integer as tasks from running group by job
      ), open as materialized (
        select t.job, t.kind, wanted.workers, j.number, j.priority,
          case when t.kind in ('MEASURE_LATENCY', 'EXPORT') then j.latency_machine end as machine,
          coalesce(running.tasks, 0) as running,
          least(wanted.workers, j.maximum_tasks - coalesce(busy.tasks, 0)) as room,
          %3$s as course, %4$s as beside
        from ready t join wanted using (kind) join search_job j on j.id = t.job
          left join running using (job, kind) left join busy using (job)
      ), turn as materialized (
        select first.id as task, open.workers, open.running + first.place as share,
          row_number() over (
            partition by open.kind, open.machine
            order by open.priority desc, open.running + first.place, open.number, first.number)
            as place
        from open cross join lateral (
          select t.id, t.number, row_number() over (order by t.number) as place from task t
          where t.job = open.job and t.kind = open.kind and t.state = 'READY'
            and t.not_before <= clock_timestamp() and (open.course or t.beside and open.beside)
          order by t.number limit greatest(0, open.room)) first
        where open.machine is null or exists (select from idle
            where open.kind = any (idle.kinds) and idle.machine = open.machine)
      )
      select t.*, t.checkpoint_artifact is not null as begun,
        case when t.kind in ('MEASURE_LATENCY', 'EXPORT') then j.latency_machine end as machine,
        j.maximum_tasks is not null as limited
      from turn join task t on t.id = turn.task join search_job j on j.id = t.job
      where turn.place <= turn.workers and t.state = 'READY' and %2$s
      order by j.priority desc, turn.share, j.number, t.number
      for no key update of t skip locked for key share of j skip locked
      """
          .formatted(Claimable.WORKER, Claimable.TASK, Claimable.COURSE, Claimable.BESIDE);

  private final JdbcClient database;
  private final TaskRows tasks;
  private final WorkerSettings settings;
  private final DispatchSettings dispatch;

  ReadyTasks(
      JdbcClient database, TaskRows tasks, WorkerSettings settings, DispatchSettings dispatch) {
    this.database = database;
    this.tasks = tasks;
    this.settings = settings;
    this.dispatch = dispatch;
  }

  /**
   * Locks those whose turn it is: of each kind, as many as there are idle workers for it, and so
   * many at most.
   */
  List<ReadyTask> lock(int most) {
    return database
        .sql(LOCKED)
        .param("lease", settings.leaseSeconds())
        .param("pause", dispatch.pauseSeconds())
        .param("most", most)
        .query((row, number) -> ready(row))
        .list();
  }

  private ReadyTask ready(ResultSet row) throws SQLException {
    return new ReadyTask(
        tasks.task(row),
        row.getBoolean("begun"),
        Optional.ofNullable(row.getString("machine")),
        Optional.ofNullable(row.getString("failed_on")),
        row.getBoolean("limited"));
  }
}
