package io.tamnas.search.probe;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.generation.Genes;
import io.tamnas.space.Genotype;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of probes. */
@Component
class ProbeRows {

  private final JdbcClient database;
  private final JsonMapper mapper;

  ProbeRows(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** Adds one that is to be trained; of several with one number, the first stays. */
  void add(ProbeId id, Genotype genotype) {
    database
        .sql("insert into probe (job, number, genotype) values (?, ?, ?) on conflict do nothing")
        .params(id.job(), id.number(), Genes.write(genotype))
        .update();
  }

  void trained(ProbeId id, SubnetTrained result) {
    database
        .sql("update probe set trained = ? where job = ? and number = ?")
        .params(text(result), id.job(), id.number())
        .update();
  }

  void measured(ProbeId id, NetworkMeasured result, Instant now) {
    database
        .sql("update probe set measured = ?, ended_at = ? where job = ? and number = ?")
        .params(text(result), now.atOffset(ZoneOffset.UTC), id.job(), id.number())
        .update();
  }

  void failed(ProbeId id, FailureClass failureClass, String reason, Instant now) {
    database
        .sql(
            """
            update probe set failure_class = ?, failure_reason = ?, ended_at = ?
            where job = ? and number = ?
            """)
        .params(failureClass.name(), reason, now.atOffset(ZoneOffset.UTC), id.job(), id.number())
        .update();
  }

  /** Ends all of the job that are not at their end. */
  void cancel(UUID job, Instant now) {
    database
        .sql("update probe set ended_at = ? where job = ? and ended_at is null")
        .params(now.atOffset(ZoneOffset.UTC), job)
        .update();
  }

  /** How many of the job's are still to be trained or measured. */
  int open(UUID job) {
    return database
        .sql("select count(*) from probe where job = ? and ended_at is null")
        .param(job)
        .query(Integer.class)
        .single();
  }

  /** All of a job, by number. */
  List<StoredProbe> of(UUID job) {
    return database
        .sql("select * from probe where job = ? order by number")
        .param(job)
        .query(this::probe)
        .list();
  }

  private String text(TaskResult result) {
    return mapper.writerFor(TaskResult.class).writeValueAsString(result);
  }

  private StoredProbe probe(ResultSet row, int index) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new StoredProbe(
        new ProbeId(row.getObject("job", UUID.class), row.getInt("number")),
        Genes.read(row.getString("genotype")),
        (SubnetTrained) result(row.getString("trained")),
        (NetworkMeasured) result(row.getString("measured")),
        failure(row.getString("failure_class"), row.getString("failure_reason")),
        ended == null ? null : ended.toInstant());
  }

  private @Nullable TaskResult result(@Nullable String text) {
    return text == null ? null : mapper.readValue(text, TaskResult.class);
  }

  private static StoredProbe.@Nullable Failure failure(
      @Nullable String failureClass, @Nullable String reason) {
    return failureClass == null || reason == null
        ? null
        : new StoredProbe.Failure(FailureClass.valueOf(failureClass), reason);
  }
}
