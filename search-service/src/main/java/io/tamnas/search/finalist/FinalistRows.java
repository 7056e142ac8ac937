package io.tamnas.search.finalist;

import io.tamnas.search.generation.Genes;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.space.Genotype;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of finalists. They are numbered under their job's lock. */
@Component
class FinalistRows {

  private final JdbcClient database;
  private final JsonMapper mapper;

  FinalistRows(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** Stores a finalist, and returns its number. */
  int add(UUID job, Finalist finalist, NetworkSettings settings, Instant now) {
    return database
        .sql(
            """
            insert into finalist (job, number, genotype, reason, settings, created_at)
            select :job, coalesce(max(number), 0) + 1, :genotype, :reason, :settings, :now
            from finalist where job = :job returning number
            """)
        .param("job", job)
        .param("genotype", Genes.write(finalist.genotype()))
        .param("reason", finalist.reason().name())
        .param("settings", mapper.writeValueAsString(settings))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** The number of one with the same genotype and settings, if there is one. */
  Optional<Integer> numberOf(UUID job, Genotype genotype, NetworkSettings settings) {
    return database
        .sql(
            """
            select number from finalist where job = ? and genotype = ? and settings = ?
            order by number limit 1
            """)
        .params(job, Genes.write(genotype), mapper.writeValueAsString(settings))
        .query(Integer.class)
        .optional();
  }

  Optional<StoredFinalist> find(UUID job, int number) {
    return database
        .sql("select * from finalist where job = ? and number = ?")
        .params(job, number)
        .query(this::finalist)
        .optional();
  }

  /** All of a job, by number. */
  List<StoredFinalist> of(UUID job) {
    return database
        .sql("select * from finalist where job = ? order by number")
        .param(job)
        .query(this::finalist)
        .list();
  }

  private StoredFinalist finalist(ResultSet row, int index) throws SQLException {
    return new StoredFinalist(
        row.getObject("job", UUID.class),
        row.getInt("number"),
        Genes.read(row.getString("genotype")),
        Finalist.Reason.valueOf(row.getString("reason")),
        mapper.readValue(row.getString("settings"), NetworkSettings.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
