package io.tamnas.search.reevaluation;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.job.Request;
import io.tamnas.space.Genotype;
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

/** The table of re-evaluations. They are numbered under their job's lock. */
@Component
class ReevaluationRows {

  private final JdbcClient database;
  private final JsonMapper mapper;
  private final SubnetRows subnets;

  ReevaluationRows(JdbcClient database, JsonMapper mapper, SubnetRows subnets) {
    this.database = database;
    this.mapper = mapper;
    this.subnets = subnets;
  }

  /** A re-evaluation that a request has created, and the digest of that request's body. */
  record Created(int number, String digest) {}

  /** Stores one whose subnets are to be measured, and returns its number. */
  int add(
      UUID job,
      EvaluationProtocol protocol,
      List<Genotype> genotypes,
      Optional<Request> request,
      Instant now) {
    int number =
        database
            .sql(
                """
                insert into reevaluation
                    (job, number, protocol, idempotency_key, request_digest, created_at)
                select :job, coalesce(max(number), 0) + 1, :protocol, :key, :digest, :now
                from reevaluation where job = :job returning number
                """)
            .param("job", job)
            .param("protocol", mapper.writeValueAsString(protocol))
            .param("key", request.map(Request::key).orElse(null))
            .param("digest", request.map(Request::digest).orElse(null))
            .param("now", timestamp(now))
            .query(Integer.class)
            .single();
    subnets.add(job, number, genotypes);
    return number;
  }

  Optional<Created> created(UUID job, String key) {
    return database
        .sql(
            """
            select number, request_digest as digest from reevaluation
            where job = ? and idempotency_key = ?
            """)
        .params(job, key)
        .query(Created.class)
        .optional();
  }

  void end(UUID job, int number, Instant now) {
    database
        .sql("update reevaluation set ended_at = ? where job = ? and number = ?")
        .params(timestamp(now), job, number)
        .update();
  }

  /** Ends all of the job that are not at their end. */
  void endAll(UUID job, Instant now) {
    database
        .sql("update reevaluation set ended_at = ? where job = ? and ended_at is null")
        .params(timestamp(now), job)
        .update();
  }

  /** Ends it where every subnet is measured or has failed. */
  void endIfDone(UUID job, int number, Instant now) {
    if (subnets.open(job, number) == 0) {
      end(job, number, now);
    }
  }

  void reopen(UUID job, int number) {
    database
        .sql("update reevaluation set ended_at = null where job = ? and number = ?")
        .params(job, number)
        .update();
  }

  Optional<StoredReevaluation> find(UUID job, int number) {
    return database
        .sql("select * from reevaluation where job = ? and number = ?")
        .params(job, number)
        .query(this::reevaluation)
        .optional();
  }

  /** Those of lower numbers, newest first. */
  List<StoredReevaluation> before(UUID job, long number, int limit) {
    return database
        .sql(
            """
            select * from reevaluation where job = ? and number < ? order by number desc limit ?
            """)
        .params(job, number, limit)
        .query(this::reevaluation)
        .list();
  }

  /** All of a job, oldest first. */
  List<StoredReevaluation> of(UUID job) {
    return database
        .sql("select * from reevaluation where job = ? order by number")
        .param(job)
        .query(this::reevaluation)
        .list();
  }

  private StoredReevaluation reevaluation(ResultSet row, int index) throws SQLException {
    UUID job = row.getObject("job", UUID.class);
    int number = row.getInt("number");
    return new StoredReevaluation(
        job,
        number,
        mapper.readValue(row.getString("protocol"), EvaluationProtocol.class),
        subnets.of(job, number),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
