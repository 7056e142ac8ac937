package io.tamnas.search.finalist;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.specification.FinalistStart;
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

/** The table of finalists' networks. */
@Component
class NetworkRows {

  private final JdbcClient database;
  private final JsonMapper mapper;

  NetworkRows(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** Adds one that is to be trained, and tells whether it was not there before. */
  boolean add(NetworkId id) {
    return database
            .sql(
                """
                insert into finalist_network (job, finalist, start) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(id.job(), id.finalist(), id.start().name())
            .update()
        > 0;
  }

  /** Whether it was ended before it was exported. */
  boolean isToBeTriedAgain(NetworkId id) {
    return database
            .sql(
                """
                select count(*) from finalist_network
                where job = ? and finalist = ? and start = ?
                  and ended_at is not null and exported is null
                """)
            .params(id.job(), id.finalist(), id.start().name())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Lets one go on that had ended. */
  void reopen(NetworkId id) {
    database
        .sql(
            """
            update finalist_network
            set failure_class = null, failure_reason = null, ended_at = null
            where job = ? and finalist = ? and start = ?
            """)
        .params(id.job(), id.finalist(), id.start().name())
        .update();
  }

  /** Ends all of the job that are not at their end. */
  void cancel(UUID job, Instant now) {
    database
        .sql("update finalist_network set ended_at = ? where job = ? and ended_at is null")
        .params(now.atOffset(ZoneOffset.UTC), job)
        .update();
  }

  /** Ends those of a finalist that are not at their end, and returns them. */
  List<NetworkId> cancel(UUID job, int finalist, Instant now) {
    return database
        .sql(
            """
            update finalist_network set ended_at = ?
            where job = ? and finalist = ? and ended_at is null returning start
            """)
        .params(now.atOffset(ZoneOffset.UTC), job, finalist)
        .query(
            (row, index) ->
                new NetworkId(job, finalist, FinalistStart.valueOf(row.getString("start"))))
        .list();
  }

  void trained(NetworkId id, SubnetTrained result) {
    keep("update finalist_network set trained = ?", id, result);
  }

  void validated(NetworkId id, NetworkMeasured result) {
    keep("update finalist_network set validated = ?", id, result);
  }

  void exported(NetworkId id, NetworkExported result, Instant now) {
    keep("update finalist_network set exported = ?", id, result);
    end(id, now);
  }

  /** The last of several failures stays. */
  void failed(NetworkId id, FailureClass failureClass, String reason, Instant now) {
    database
        .sql(
            """
            update finalist_network set failure_class = ?, failure_reason = ?
            where job = ? and finalist = ? and start = ?
            """)
        .params(failureClass.name(), reason, id.job(), id.finalist(), id.start().name())
        .update();
    end(id, now);
  }

  /** How many of the job's networks are still to be trained, validated or exported. */
  int open(UUID job) {
    return database
        .sql("select count(*) from finalist_network where job = ? and ended_at is null")
        .param(job)
        .query(Integer.class)
        .single();
  }

  /** All of a job, by finalist and start. */
  List<StoredNetwork> of(UUID job) {
    return database
        .sql("select * from finalist_network where job = ? order by finalist, start")
        .param(job)
        .query(this::network)
        .list();
  }

  /** A result takes the place of a failure that somebody let try again. */
  private void keep(String update, NetworkId id, TaskResult result) {
    database
        .sql(
            update
                + """
                , failure_class = null, failure_reason = null, ended_at = null
                where job = ? and finalist = ? and start = ?
                """)
        .params(
            mapper.writerFor(TaskResult.class).writeValueAsString(result),
            id.job(),
            id.finalist(),
            id.start().name())
        .update();
  }

  private void end(NetworkId id, Instant now) {
    database
        .sql(
            """
            update finalist_network set ended_at = ?
            where job = ? and finalist = ? and start = ?
            """)
        .params(now.atOffset(ZoneOffset.UTC), id.job(), id.finalist(), id.start().name())
        .update();
  }

  private StoredNetwork network(ResultSet row, int index) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new StoredNetwork(
        new NetworkId(
            row.getObject("job", UUID.class),
            row.getInt("finalist"),
            FinalistStart.valueOf(row.getString("start"))),
        (SubnetTrained) result(row.getString("trained")),
        (NetworkMeasured) result(row.getString("validated")),
        (NetworkExported) result(row.getString("exported")),
        failure(row.getString("failure_class"), row.getString("failure_reason")),
        ended == null ? null : ended.toInstant());
  }

  private @Nullable TaskResult result(@Nullable String text) {
    return text == null ? null : mapper.readValue(text, TaskResult.class);
  }

  private static StoredNetwork.@Nullable Failure failure(
      @Nullable String failureClass, @Nullable String reason) {
    return failureClass == null || reason == null
        ? null
        : new StoredNetwork.Failure(FailureClass.valueOf(failureClass), reason);
  }
}
