package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.artifact.Digest;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who made what is there: the workers of the attempts that succeeded, and of those before
 * them that left a checkpoint. Each once, in the order of the attempts; workers that were gone
 * before this was kept are not told.
 */
@Component
public class Makers {

  /**
   * In SQL, what kind of work a task t is: what stands beside its job's course has its own name.
   */
  public static final String WORK = "case when t.beside then 'RE_' || t.kind else t.kind end";

  private static final String COUNTS =
      """
      t.state = 'SUCCEEDED' and (a.state = 'SUCCEEDED' or a.checkpoint_step is not null)
        and a.worker_version is not null\
      """;

  private static final String MADE =
      """
      select a.worker_version as version, a.device, a.numeric_environment
      from attempt a join task t on t.id = a.task
      where\s"""
          + COUNTS
          + """
       and %s
      group by a.worker_version, a.device, a.numeric_environment
      order by min(a.opened_at), a.worker_version, a.device, a.numeric_environment
      """;

  private final JdbcClient database;

  Makers(JdbcClient database) {
    this.database = database;
  }

  /** Of what the job's task of that kind about that subject made. */
  public List<Maker> of(UUID job, TaskKind kind, String subject) {
    return database
        .sql(MADE.formatted("t.job = ? and t.kind = ? and t.subject = ?"))
        .params(job, kind.name(), subject)
        .query(Maker.class)
        .list();
  }

  /**
   * Of what all the job's tasks of that kind of work made, as {@link #WORK} names it, also where
   * their attempts are deleted.
   */
  public List<Maker> of(UUID job, String work) {
    return database
        .sql(
            """
            with made as (
              select a.worker_version as version, a.device, a.numeric_environment,
                a.opened_at as began
              from attempt a join task t on t.id = a.task
              where t.job = :job and %s = :work and %s
              union all
              select version, device, numeric_environment, began from past_maker
              where job = :job and kind = :work)
            select version, device, numeric_environment from made
            group by version, device, numeric_environment
            order by min(began), version, device, numeric_environment
            """
                .formatted(WORK, COUNTS))
        .param("job", job)
        .param("work", work)
        .query(Maker.class)
        .list();
  }

  /**
   * Of a result that names an artifact: of the job's own task that came to it, otherwise of the
   * first of any job.
   */
  public List<Maker> of(UUID job, TaskKind kind, Digest artifact) {
    return database
        .sql(
            MADE.formatted(
                """
                t.id = (select made.id from attempt last join task made on made.id = last.task
                  where last.state = 'SUCCEEDED' and last.result::jsonb ->> 'artifact' = ?
                    and made.kind = ?
                  order by made.job = ? desc, made.number limit 1)
                """))
        .params(artifact.text(), kind.name(), job)
        .query(Maker.class)
        .list();
  }
}
