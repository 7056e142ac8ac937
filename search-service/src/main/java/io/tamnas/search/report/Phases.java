package io.tamnas.search.report;

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

  Phases(JdbcClient database) {
    this.database = database;
  }

  /** In the order in which they began. */
  List<Report.Phase> of(UUID job) {
    return database
        .sql(
            """
            with took as (
              select t.kind, a.opened_at as began, coalesce(a.ended_at, clock_timestamp()) as ended,
                extract(epoch from coalesce(a.ended_at, clock_timestamp()) - a.opened_at)
                  as seconds
              from task t join attempt a on a.task = t.id where t.job = :job
              union all
              select kind, began, ended, seconds from past_attempts where job = :job)
            select took.kind, min(took.began) as began, max(took.ended) as ended,
              sum(took.seconds) as seconds, (select count(*) from task t
                where t.job = :job and t.kind = took.kind and t.state = 'SUCCEEDED') as tasks
            from took group by took.kind order by began, took.kind
            """)
        .param("job", job)
        .query(Phases::phase)
        .list();
  }

  private static Report.Phase phase(ResultSet row, int number) throws SQLException {
    Instant from = row.getObject("began", OffsetDateTime.class).toInstant();
    Instant until = row.getObject("ended", OffsetDateTime.class).toInstant();
    return new Report.Phase(
        row.getString("kind"),
        row.getInt("tasks"),
        from,
        until,
        Duration.between(from, until).toMillis() / 1000.0,
        row.getDouble("seconds"));
  }
}
