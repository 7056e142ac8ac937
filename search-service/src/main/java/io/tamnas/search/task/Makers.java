package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who made what is there: the workers of the attempts that succeeded, and of those before
 * them where a task left checkpoints. Each once, in the order of the attempts; workers that were
 * gone before this was kept are not told.
 */
@Component
public class Makers {

  private static final String MADE =
      """
      select a.worker_version as version, a.device, a.numeric_environment
      from attempt a join task t on t.id = a.task
      where t.state = 'SUCCEEDED' and (a.state = 'SUCCEEDED' or t.checkpoint_step is not null)
        and a.worker_version is not null and %s
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

  /** Of what all the job's tasks of that kind made. */
  public List<Maker> of(UUID job, String kind) {
    return database
        .sql(MADE.formatted("t.job = ? and t.kind = ?"))
        .params(job, kind)
        .query(Maker.class)
        .list();
  }

  /** Of a result that names an artifact, whichever job's it is. */
  public List<Maker> of(String artifact, TaskKind kind) {
    return database
        .sql(
            MADE.formatted(
                """
                t.kind = ? and exists (select from attempt made where made.task = t.id
                  and made.state = 'SUCCEEDED' and made.result::jsonb ->> 'artifact' = ?)
                """))
        .params(kind.name(), artifact)
        .query(Maker.class)
        .list();
  }
}
