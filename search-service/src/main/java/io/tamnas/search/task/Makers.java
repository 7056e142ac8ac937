package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.artifact.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who made what is there: the workers of the attempts that succeeded, and of those before
 * them that left a checkpoint. Each once, in the order of the attempts; workers that were gone
 * before this was kept are not told.
 */
@Component
public class Makers {

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

  /** Of what all the job's tasks made, by phase, also where their attempts are deleted. */
  public Map<TaskPhase, List<Maker>> byPhase(UUID job) {
    return database
        .sql(
            """
            with made as (
              select %s as phase, a.worker_version as version, a.device, a.numeric_environment,
                a.opened_at as began
              from attempt a join task t on t.id = a.task where t.job = :job and %s
              union all
              select phase, version, device, numeric_environment, began from past_maker
              where job = :job)
            select phase, version, device, numeric_environment from made
            group by phase, version, device, numeric_environment
            order by min(began), version, device, numeric_environment
            """
                .formatted(TaskPhase.OF_TASK, COUNTS))
        .param("job", job)
        .query((row, number) -> Map.entry(TaskPhase.valueOf(row.getString("phase")), maker(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Maker maker(ResultSet row) throws SQLException {
    return new Maker(
        row.getString("version"), row.getString("device"), row.getString("numeric_environment"));
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
