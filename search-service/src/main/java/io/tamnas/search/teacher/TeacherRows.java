package io.tamnas.search.teacher;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.specification.TeacherSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of teachers. They are numbered under their job's lock. */
@Component
class TeacherRows {

  private final JdbcClient database;
  private final JsonMapper mapper;

  TeacherRows(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** Stores one that is to be trained. */
  TeacherId add(UUID job, TeacherSettings.Trained settings, Instant now) {
    int number =
        database
            .sql(
                """
                insert into teacher (job, number, settings, created_at)
                select :job, coalesce(max(number), 0) + 1, :settings, :now
                from teacher where job = :job returning number
                """)
            .param("job", job)
            .param("settings", text(settings))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    return new TeacherId(job, number);
  }

  Optional<StoredTeacher> find(UUID job, TeacherSettings.Trained settings) {
    return database
        .sql("select * from teacher where job = ? and settings = ? order by number limit 1")
        .params(job, text(settings))
        .query(this::teacher)
        .optional();
  }

  /** All of a job, by number. */
  List<StoredTeacher> of(UUID job) {
    return database
        .sql("select * from teacher where job = ? order by number")
        .param(job)
        .query(this::teacher)
        .list();
  }

  void trained(TeacherId id, SubnetTrained result, Instant now) {
    database
        .sql(
            """
            update teacher set trained = ?, failure_class = null, failure_reason = null,
                ended_at = ?
            where job = ? and number = ?
            """)
        .params(
            mapper.writerFor(TaskResult.class).writeValueAsString(result),
            now.atOffset(ZoneOffset.UTC),
            id.job(),
            id.number())
        .update();
  }

  void failed(TeacherId id, FailureClass failureClass, String reason, Instant now) {
    database
        .sql(
            """
            update teacher set failure_class = ?, failure_reason = ?, ended_at = ?
            where job = ? and number = ?
            """)
        .params(failureClass.name(), reason, now.atOffset(ZoneOffset.UTC), id.job(), id.number())
        .update();
  }

  /** Lets one go on that had ended. */
  void reopen(TeacherId id) {
    database
        .sql(
            """
            update teacher set failure_class = null, failure_reason = null, ended_at = null
            where job = ? and number = ?
            """)
        .params(id.job(), id.number())
        .update();
  }

  /** Ends one that is not at its end. */
  void cancel(TeacherId id, Instant now) {
    database
        .sql("update teacher set ended_at = ? where job = ? and number = ? and ended_at is null")
        .params(now.atOffset(ZoneOffset.UTC), id.job(), id.number())
        .update();
  }

  private String text(TeacherSettings.Trained settings) {
    return mapper.writerFor(TeacherSettings.class).writeValueAsString(settings);
  }

  private StoredTeacher teacher(ResultSet row, int index) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    String trained = row.getString("trained");
    return new StoredTeacher(
        new TeacherId(row.getObject("job", UUID.class), row.getInt("number")),
        (TeacherSettings.Trained)
            mapper.readValue(row.getString("settings"), TeacherSettings.class),
        trained == null ? null : (SubnetTrained) mapper.readValue(trained, TaskResult.class),
        failure(row.getString("failure_class"), row.getString("failure_reason")),
        ended == null ? null : ended.toInstant());
  }

  private static StoredTeacher.@Nullable Failure failure(
      @Nullable String failureClass, @Nullable String reason) {
    return failureClass == null || reason == null
        ? null
        : new StoredTeacher.Failure(FailureClass.valueOf(failureClass), reason);
  }
}
