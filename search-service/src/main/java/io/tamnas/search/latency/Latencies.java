package io.tamnas.search.latency;

import io.tamnas.protocol.task.TaskResult.LatencyMeasured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All latencies ever measured, each stored once: no two measurements are alike, so the first under
 * a key stays and is everybody's.
 */
@Component
public class Latencies {

  private static final String COLUMNS =
      " l.id as latency, l.lower_quartile_nanos, l.median_nanos, l.upper_quartile_nanos ";

  private final JdbcClient database;

  Latencies(JdbcClient database) {
    this.database = database;
  }

  /** Stores a latency, or keeps the one that is there, and returns its id. */
  public long keep(LatencyKey key, String genotype, LatencyMeasured measured) {
    database
        .sql(
            """
            insert into latency (space_digest, genotype, protocol, machine, lower_quartile_nanos,
                median_nanos, upper_quartile_nanos)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            key.spaceDigest(),
            genotype,
            key.protocol(),
            key.machine(),
            measured.lowerQuartileNanos(),
            measured.medianNanos(),
            measured.upperQuartileNanos())
        .update();
    return database
        .sql(
            """
            select id from latency
            where space_digest = ? and genotype = ? and protocol = ? and machine = ?
            """)
        .params(key.spaceDigest(), genotype, key.protocol(), key.machine())
        .query(Long.class)
        .single();
  }

  /** The stored latencies of these genotypes, by genotype. */
  public Map<String, Long> known(LatencyKey key, Collection<String> genotypes) {
    Map<String, Long> known = new TreeMap<>();
    database
        .sql(
            """
            select genotype, id from latency
            where space_digest = ? and protocol = ? and machine = ? and genotype = any (?)
            order by genotype
            """)
        .params(key.spaceDigest(), key.protocol(), key.machine(), genotypes.toArray(String[]::new))
        .query(
            row -> {
              known.put(row.getString(1), row.getLong(2));
            });
    return known;
  }

  /** The latency with that id. */
  public Latency get(long id) {
    return database
        .sql("select" + COLUMNS + "from latency l where l.id = ?")
        .param(id)
        .query((row, number) -> Latency.of(row))
        .single();
  }

  /** On what the job measures, as it is stored. */
  public Pin pin(UUID job) {
    return database
        .sql(
            "select j.latency_machine,"
                + COLUMNS
                + """
                from search_job j left join latency l on l.id = j.reference_latency
                where j.id = ?
                """)
        .param(job)
        .query((row, number) -> pin(row))
        .optional()
        .orElse(Pin.NONE);
  }

  private static Pin pin(ResultSet row) throws SQLException {
    String machine = row.getString("latency_machine");
    row.getLong("latency");
    return new Pin(
        Optional.ofNullable(machine),
        row.wasNull() ? Optional.empty() : Optional.of(Latency.of(row)));
  }
}
