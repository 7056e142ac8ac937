package io.tamnas.search.transfer;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.job.Request;
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

/** The table of transfer matrices. They are numbered under their job's lock. */
@Component
class TransferRows {

  private final JdbcClient database;
  private final JsonMapper mapper;

  TransferRows(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** A matrix that a request has created, and the digest of that request's body. */
  record Created(int number, String digest) {}

  /** Stores a matrix that is to be measured, and returns its number. */
  int add(UUID job, Work.TransferMatrix work, Optional<Request> request, Instant now) {
    return database
        .sql(
            """
            insert into transfer_matrix
                (job, number, work, idempotency_key, request_digest, created_at)
            select :job, coalesce(max(number), 0) + 1, :work, :key, :digest, :now
            from transfer_matrix where job = :job returning number
            """)
        .param("job", job)
        .param("work", mapper.writerFor(Work.class).writeValueAsString(work))
        .param("key", request.map(Request::key).orElse(null))
        .param("digest", request.map(Request::digest).orElse(null))
        .param("now", timestamp(now))
        .query(Integer.class)
        .single();
  }

  Optional<Created> created(UUID job, String key) {
    return database
        .sql(
            """
            select number, request_digest as digest from transfer_matrix
            where job = ? and idempotency_key = ?
            """)
        .params(job, key)
        .query(Created.class)
        .optional();
  }

  void succeed(UUID job, int number, TransferMeasured result, Instant now) {
    database
        .sql("update transfer_matrix set result = ?, ended_at = ? where job = ? and number = ?")
        .params(
            mapper.writerFor(TaskResult.class).writeValueAsString(result),
            timestamp(now),
            job,
            number)
        .update();
  }

  void fail(UUID job, int number, FailureClass failureClass, String reason, Instant now) {
    database
        .sql(
            """
            update transfer_matrix set failure_class = ?, failure_reason = ?, ended_at = ?
            where job = ? and number = ?
            """)
        .params(failureClass.name(), reason, timestamp(now), job, number)
        .update();
  }

  Optional<StoredMatrix> find(UUID job, int number) {
    return database
        .sql("select * from transfer_matrix where job = ? and number = ?")
        .params(job, number)
        .query(this::matrix)
        .optional();
  }

  /** Those that are measured, by number. */
  List<StoredMatrix> measured(UUID job) {
    return database
        .sql(
            """
            select * from transfer_matrix where job = ? and result is not null order by number
            """)
        .param(job)
        .query(this::matrix)
        .list();
  }

  /** Matrices of lower numbers, newest first. */
  List<StoredMatrix> before(UUID job, long number, int limit) {
    return database
        .sql(
            """
            select * from transfer_matrix where job = ? and number < ?
            order by number desc limit ?
            """)
        .params(job, number, limit)
        .query(this::matrix)
        .list();
  }

  private StoredMatrix matrix(ResultSet row, int index) throws SQLException {
    String result = row.getString("result");
    return new StoredMatrix(
        row.getObject("job", UUID.class),
        row.getInt("number"),
        (Work.TransferMatrix) mapper.readValue(row.getString("work"), Work.class),
        result == null ? null : (TransferMeasured) mapper.readValue(result, TaskResult.class),
        failure(row.getString("failure_class"), row.getString("failure_reason")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static StoredMatrix.@Nullable Failure failure(
      @Nullable String failureClass, @Nullable String reason) {
    return failureClass == null || reason == null
        ? null
        : new StoredMatrix.Failure(FailureClass.valueOf(failureClass), reason);
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
