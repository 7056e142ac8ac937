package io.tamnas.search.retention;

import io.tamnas.search.task.TaskPhase;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes old rows, a batch in one statement. Batches that are deleted at the same time hold
 * different rows. Ages are judged by the database's clock.
 */
@Component
class ExpiredRows {

  private final JdbcClient database;

  ExpiredRows(JdbcClient database) {
    this.database = database;
  }

  /** Batches of metrics of jobs that ended so long ago; tells how many. Their jobs know of it. */
  int metrics(Duration age, int limit) {
    return database
        .sql(
            """
            with expired as (
              select b.task, b.attempt, b.number
              from metric_batch b join attempt a on a.task = b.task and a.number = b.attempt
                join task t on t.id = b.task join search_job j on j.id = t.job
              where j.ended_at < clock_timestamp() - :age * interval '1 second'
                and a.ended_at < clock_timestamp() - :age * interval '1 second'
              order by b.task, b.attempt, b.number limit :limit
              for update of b skip locked),
            told as (
              update search_job set metrics_deleted_at = clock_timestamp()
              where metrics_deleted_at is null
                and id in (select t.job from task t join expired e on e.task = t.id)),
            gone as (
              delete from metric m using expired e
              where m.task = e.task and m.attempt = e.attempt and m.batch = e.number)
            delete from metric_batch b using expired e
            where b.task = e.task and b.attempt = e.attempt and b.number = e.number
            """)
        .param("age", age.toSeconds())
        .param("limit", limit)
        .update();
  }

  /**
   * Attempts that ended so long ago and are needed one by one no more: those at tasks that are
   * done, and earlier ones at others; never those that made a network, which its manifest tells.
   * Tells how many. What they took, when, and who made what, is added per phase to what the report
   * tells. One with metrics goes after them.
   */
  int attempts(Duration age, int limit) {
    return database
        .sql(
            """
            with expired as (
              select a.task, a.number from attempt a join task t on t.id = a.task
              where a.ended_at < clock_timestamp() - :age * interval '1 second'
                and case
                  when t.kind in ('TRAIN_SUPERNET', 'TRAIN_SUBNET', 'VALIDATE', 'EXPORT')
                    then t.checkpoint_step is null and (a.number < t.attempts
                      or t.state = 'SUCCEEDED' and a.state <> 'SUCCEEDED')
                  else t.state = 'SUCCEEDED' or a.number < t.attempts end
                and not exists (select from metric_batch b
                  where b.task = a.task and b.attempt = a.number)
              order by a.ended_at, a.task, a.number limit :limit
              for update of a skip locked),
            gone as (
              delete from attempt a using expired e
              where a.task = e.task and a.number = e.number returning a.*),
            of_phase as (
              select t.job, %s as phase, gone.* from gone join task t on t.id = gone.task),
            counted as (
              insert into past_attempts as past (job, kind, began, ended, seconds, covered)
              select job, phase, min(opened_at), max(ended_at),
                sum(extract(epoch from ended_at - opened_at)),
                range_agg(tstzrange(opened_at, ended_at + %s))
              from of_phase group by job, phase order by job, phase
              on conflict (job, kind) do update set began = least(past.began, excluded.began),
                ended = greatest(past.ended, excluded.ended),
                seconds = past.seconds + excluded.seconds,
                covered = past.covered + excluded.covered),
            told as (
              insert into past_maker as past
                (job, kind, version, device, numeric_environment, began)
              select job, phase, worker_version, device, numeric_environment, min(opened_at)
              from of_phase where state = 'SUCCEEDED' and worker_version is not null
              group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
              on conflict (job, kind, version, device, numeric_environment)
                do update set began = least(past.began, excluded.began))
            select count(*) from gone
            """
                .formatted(TaskPhase.OF_TASK, TaskPhase.GAP))
        .param("age", age.toSeconds())
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  /** Workers that were last seen so long ago and of which no attempt tells; tells how many. */
  int workers(Duration age, int limit) {
    return database
        .sql(
            """
            delete from worker where id in (
              select w.id from worker w
              where w.seen_at < clock_timestamp() - :age * interval '1 second' and w.task is null
                and not exists (select from attempt a where a.worker = w.id)
              order by w.seen_at, w.id limit :limit for update skip locked)
            """)
        .param("age", age.toSeconds())
        .param("limit", limit)
        .update();
  }
}
