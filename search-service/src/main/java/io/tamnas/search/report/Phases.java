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

/** Tells from attempts what each kind of a job's work took. */
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
            select %s as kind,
                count(distinct t.id) filter (where t.state = 'SUCCEEDED') as tasks,
                min(a.opened_at) as began, max(coalesce(a.ended_at, clock_timestamp())) as ended,
                sum(extract(epoch from coalesce(a.ended_at, clock_timestamp()) - a.opened_at))
                    as seconds
            from task t join attempt a on a.task = t.id
            where t.job = ? group by 1 order by began, 1
            """
                .formatted(Makers.WORK))
        .param(job)
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
