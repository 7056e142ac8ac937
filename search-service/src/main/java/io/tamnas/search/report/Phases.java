package io.tamnas.search.report;

import io.tamnas.search.task.Makers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what each kind of a job's work took: from attempts, and from the sums of deleted ones. */
@Component
class Phases {

  private final JdbcClient database;
  private final Makers makers;

  Phases(JdbcClient database, Makers makers) {
    this.database = database;
    this.makers = makers;
  }

  /** In the order in which they began. */
  List<Report.Phase> of(UUID job) {
    return database
        .sql(
            """
            with took as (
              select %1$s as kind,
                a.opened_at as began, coalesce(a.ended_at, clock_timestamp()) as ended,
                extract(epoch from coalesce(a.ended_at, clock_timestamp()) - a.opened_at)
                  as seconds
              from task t join attempt a on a.task = t.id where t.job = :job
              union all
              select kind, began, ended, seconds from past_attempts where job = :job),
            done as (
              select %1$s as kind, count(*) as tasks
              from task t where t.job = :job and t.state = 'SUCCEEDED' group by 1)
            select took.kind, min(took.began) as began, max(took.ended) as ended,
              sum(took.seconds) as seconds, coalesce(max(done.tasks), 0) as tasks
            from took left join done on done.kind = took.kind
            group by took.kind order by began, took.kind
            """
                .formatted(Makers.WORK))
        .param("job", job)
        .query((row, number) -> phase(job, row))
        .list();
  }

  private Report.Phase phase(UUID job, ResultSet row) throws SQLException {
    Instant from = row.getObject("began", OffsetDateTime.class).toInstant();
    Instant until = row.getObject("ended", OffsetDateTime.class).toInstant();
    return new Report.Phase(
        row.getString("kind"),
        row.getInt("tasks"),
        from,
        until,
        Duration.between(from, until).toMillis() / 1000.0,
        row.getDouble("seconds"),
        makers.of(job, row.getString("kind")));
  }
}
