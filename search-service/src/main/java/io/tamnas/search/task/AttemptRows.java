package io.tamnas.search.task;

import io.tamnas.protocol.task.FailureClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

  void open(UUID task, int attempt, String worker, UUID incarnation, double leaseSeconds) {
    database
        .sql(
            """
            insert into attempt (task, number, worker, incarnation, state, lease_until,
                worker_version, device, numeric_environment)
            select ?, ?, id, ?, 'RUNNING', clock_timestamp() + ? * interval '1 second',
                version, device, numeric_environment
            from worker where id = ?
            """)
        .params(task, attempt, incarnation, leaseSeconds, worker)
        .update();
    database
        .sql("update worker set task = ?, attempt = ? where id = ?")
        .params(task, attempt, worker)
        .update();
  }

  /** Renews the lease, and tells whether the attempt still owned its task. */
  boolean renew(UUID task, int attempt, double progress, double leaseSeconds) {
    return database
            .sql(
                """
                update attempt set progress = ?,
                    lease_until = clock_timestamp() + ? * interval '1 second'
                where task = ? and number = ? and state = 'RUNNING'
                  and lease_until > clock_timestamp()
                """)
            .params(progress, leaseSeconds, task, attempt)
            .update()
        == 1;
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

  /** Ends an attempt that owns its task; tells whether it did. */
  boolean succeed(UUID task, int attempt, String result) {
    int ended =
        database
            .sql(
                """
                update attempt set state = 'SUCCEEDED', progress = 1, result = ?,
                    ended_at = clock_timestamp()
                where task = ? and number = ? and state = 'RUNNING'
                  and lease_until > clock_timestamp()
                """)
            .params(result, task, attempt)
            .update();
    return freed(ended, task, attempt);
  }

  /** Ends an attempt that owns its task; tells whether it did. */
  boolean fail(UUID task, int attempt, FailureClass failureClass, String reason) {
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
    return freed(ended, task, attempt);
  }

  /** Ends a running attempt whose worker is gone; tells whether it was running. */
  boolean lose(UUID task, int attempt, String reason) {
    int ended =
        database
            .sql(
                """
                update attempt set state = 'FAILED', failure_class = 'LEASE_EXPIRED',
                    failure_reason = ?, ended_at = clock_timestamp()
                where task = ? and number = ? and state = 'RUNNING'
                """)
            .params(reason, task, attempt)
            .update();
    return freed(ended, task, attempt);
  }

  /** Ends all running attempts of the job, and says who had them. */
  List<Holder> cancel(UUID job) {
    List<Holder> holders =
        database
            .sql(
                """
                update attempt a set state = 'CANCELLED', ended_at = clock_timestamp() from task t
                where t.id = a.task and t.job = ? and a.state = 'RUNNING'
                returning a.task, a.number, a.worker
                """)
            .param(job)
            .query(AttemptRows::holder)
            .list();
    holders.forEach(holder -> free(holder.task(), holder.attempt()));
    return holders;
  }

  /** Ends the running attempts at the job's tasks about that subject, and returns who held them. */
  List<Holder> cancel(UUID job, String subject) {
    List<Holder> holders =
        database
            .sql(
                """
                update attempt a set state = 'CANCELLED', ended_at = clock_timestamp() from task t
                where t.id = a.task and t.job = ? and t.subject = ? and a.state = 'RUNNING'
                returning a.task, a.number, a.worker
                """)
            .params(job, subject)
            .query(AttemptRows::holder)
            .list();
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

  private boolean freed(int ended, UUID task, int attempt) {
    free(task, attempt);
    return ended == 1;
  }

  private void free(UUID task, int attempt) {
    database
        .sql("update worker set task = null, attempt = null where task = ? and attempt = ?")
        .params(task, attempt)
        .update();
  }

  private static Holder holder(ResultSet row, int number) throws SQLException {
    return new Holder(row.getObject(1, UUID.class), row.getInt(2), row.getString(3));
  }
}
