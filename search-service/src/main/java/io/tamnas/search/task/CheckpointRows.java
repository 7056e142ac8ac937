package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The states that a task can go on from: the last one that its worker told of, and the one before.
 */
@Component
class CheckpointRows {

  private static final Logger log = LoggerFactory.getLogger(CheckpointRows.class);

  /** Whether the artifact of that column is there, and nobody has found it damaged. */
  private static final String GOOD =
      """
      exists (select from artifact a where a.sha256 = task.%s and a.state = 'STORED'
        and a.damaged_at is null)\
      """;

  private static final String NEWEST_IS_GOOD = GOOD.formatted("checkpoint_artifact");
  private static final String PREVIOUS_IS_GOOD = GOOD.formatted("previous_checkpoint_artifact");

  private final JdbcClient database;

  CheckpointRows(JdbcClient database) {
    this.database = database;
  }

  /**
   * Keeps a state that is no older than the last one, and that one as the one before; tells whether
   * it did. Losses count anew from there, and failures from a newer one: the task has got on.
   */
  boolean keep(UUID task, CheckpointReport report) {
    return database
            .sql(
                """
            update task set lost = 0,
                failures = case when checkpoint_step = :step then failures else 0 end,
                previous_checkpoint_artifact = case when checkpoint_artifact = :artifact
                  then previous_checkpoint_artifact else checkpoint_artifact end,
                previous_checkpoint_step = case when checkpoint_artifact = :artifact
                  then previous_checkpoint_step else checkpoint_step end,
                checkpoint_artifact = :artifact, checkpoint_step = :step
            where id = :task and (checkpoint_step is null or checkpoint_step <= :step)
            """)
            .param("task", task)
            .param("artifact", report.artifact())
            .param("step", report.step())
            .update()
        > 0;
  }

  Optional<CheckpointReport> newest(UUID task) {
    return database
        .sql(
            """
            select checkpoint_artifact, checkpoint_step from task
            where id = ? and checkpoint_artifact is not null
            """)
        .param(task)
        .query((row, number) -> new CheckpointReport(row.getString(1), row.getLong(2)))
        .optional();
  }

  /**
   * What the next attempt goes on from: the newest, or the one before it where the newest is
   * damaged and that one is not, which is the newest then.
   */
  Optional<CheckpointReport> usable(UUID task) {
    Optional<CheckpointReport> newest = newest(task);
    return newest.isPresent() && fallBack(task, newest.get()) ? newest(task) : newest;
  }

  private boolean fallBack(UUID task, CheckpointReport newest) {
    int fallen =
        database
            .sql(
                """
                update task set checkpoint_artifact = previous_checkpoint_artifact,
                    checkpoint_step = previous_checkpoint_step,
                    previous_checkpoint_artifact = null, previous_checkpoint_step = null
                where id = ? and not %s and %s
                """
                    .formatted(NEWEST_IS_GOOD, PREVIOUS_IS_GOOD))
            .param(task)
            .update();
    if (fallen > 0) {
      log.warn(
          "task {} goes on from the checkpoint before its last one: artifact {}, after step {}, is"
              + " damaged or missing",
          task,
          newest.artifact(),
          newest.step());
    }
    return fallen > 0;
  }

  /** Takes from failed tasks what they cannot go on from, so that they begin anew. */
  void forgetLost(UUID job) {
    int forgotten =
        database
            .sql(
                """
                update task set checkpoint_artifact = null, checkpoint_step = null,
                    previous_checkpoint_artifact = null, previous_checkpoint_step = null
                where job = ? and state in ('FAILED', 'CANCELLED')
                  and checkpoint_artifact is not null and not %s and not %s
                """
                    .formatted(NEWEST_IS_GOOD, PREVIOUS_IS_GOOD))
            .param(job)
            .update();
    if (forgotten > 0) {
      log.warn("{} trainings of job {} begin anew, their checkpoints are damaged", forgotten, job);
    }
  }
}
