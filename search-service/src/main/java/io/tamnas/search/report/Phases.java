package io.tamnas.search.report;

import io.tamnas.search.task.Maker;
import io.tamnas.search.task.Makers;
import io.tamnas.search.task.TaskPhase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what each phase of a job took: from attempts, and from the sums of deleted ones. */
@Component
class Phases {

  private final JdbcClient database;
  private final Makers makers;

  Phases(JdbcClient database, Makers makers) {
    this.database = database;
    this.makers = makers;
  }

  /** Those that have begun, in the order of {@link TaskPhase}. */
  List<Report.Phase> of(UUID job) {
    Map<TaskPhase, List<Maker>> workers = makers.byPhase(job);
    return database
        .sql(
            """
            with tasks as materialized (
              select t.id, t.state, %1$s as phase from task t where t.job = :job),
            attempts as (
              select t.phase, a.opened_at as began, coalesce(a.ended_at, clock_timestamp()) as ended
              from tasks t join attempt a on a.task = t.id),
            took as (
              select phase, tstzmultirange(tstzrange(began, ended + %2$s)) as covered,
                extract(epoch from ended - began) as seconds
              from attempts
              union all
              select phase, coalesce(covered, tstzmultirange(tstzrange(began, ended + %2$s))),
                seconds
              from past_attempts where job = :job),
            phases as (
              select phase, range_agg(covered) as covered, sum(seconds) as seconds
              from took group by phase)
            select phase, lower(covered) as began, upper(covered) - %2$s as ended, seconds,
              (select sum(extract(epoch from upper(span) - lower(span) - %2$s))
                from unnest(covered) span) as wall,
              (select count(*) from tasks t
                where t.phase = phases.phase and t.state = 'SUCCEEDED') as tasks
            from phases
            """
                .formatted(TaskPhase.OF_TASK, TaskPhase.GAP))
        .param("job", job)
        .query((row, number) -> phase(row, workers))
        .list()
        .stream()
        .sorted(Comparator.comparing(Report.Phase::phase))
        .toList();
  }

  private static Report.Phase phase(ResultSet row, Map<TaskPhase, List<Maker>> workers)
      throws SQLException {
    TaskPhase phase = TaskPhase.valueOf(row.getString("phase"));
    return new Report.Phase(
        phase,
        row.getInt("tasks"),
        row.getObject("began", OffsetDateTime.class).toInstant(),
        row.getObject("ended", OffsetDateTime.class).toInstant(),
        row.getDouble("wall"),
        row.getDouble("seconds"),
        workers.getOrDefault(phase, List.of()));
  }
}
