package io.tamnas.search.generation;

import io.tamnas.search.latency.Latency;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All individuals of all searches, to be read. */
@Component
public class Individuals {

  private static final String COLUMNS =
      """
      i.generation, i.position, i.genotype, i.first_parent, i.second_parent, i.parameters,
      i.multiply_adds, m.id, m.images, m.clean_correct, m.adversarial_correct,
      m.masking_signs, m.numeric_environment,
      l.id as latency, l.lower_quartile_nanos, l.median_nanos, l.upper_quartile_nanos
      """;

  private final JdbcClient database;

  Individuals(JdbcClient database) {
    this.database = database;
  }

  /** How many individuals, and how many different genotypes, are measured in full. */
  public record Count(int measured, int genotypes) {}

  public Count count(UUID job) {
    return database
        .sql(
            """
            select count(*) as measured, count(distinct genotype) as genotypes
            from individual i join search_job j on j.id = i.job
            where job = ? and measurement is not null
              and (j.latency_protocol is null or i.latency is not null)
            """)
        .param(job)
        .query(Count.class)
        .single();
  }

  /** Those born in a generation, in the order of birth. */
  public List<Born> bornIn(UUID job, int generation) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                from individual i left join measurement m on m.id = i.measurement
                left join latency l on l.id = i.latency
                where i.job = ? and i.generation = ? order by i.position
                """)
        .params(job, generation)
        .query((row, number) -> born(row))
        .list();
  }

  /** All that are measured in full, each genotype as it was born first; by genotype. */
  public List<Born> measured(UUID job) {
    return database
        .sql(
            "select distinct on (i.genotype) "
                + COLUMNS
                + """
                from individual i join measurement m on m.id = i.measurement
                join search_job j on j.id = i.job
                left join latency l on l.id = i.latency
                where i.job = ? and (j.latency_protocol is null or i.latency is not null)
                order by i.genotype, i.generation, i.position
                """)
        .param(job)
        .query((row, number) -> born(row))
        .list();
  }

  /** Who lived on at the end of a generation, best first. */
  public List<Ranked> survivors(UUID job, int generation) {
    return database
        .sql(
            "select s.rank, s.crowding, "
                + COLUMNS
                + """
                from survivor s
                join individual i on i.job = s.job and i.generation = s.born
                  and i.position = s.born_position
                left join measurement m on m.id = i.measurement
                left join latency l on l.id = i.latency
                where s.job = ? and s.generation = ? order by s.position
                """)
        .params(job, generation)
        .query(
            (row, number) -> new Ranked(born(row), row.getInt("rank"), row.getDouble("crowding")))
        .list();
  }

  private static Born born(ResultSet row) throws SQLException {
    return new Born(
        row.getInt("generation"),
        row.getInt("position"),
        Genes.read(row.getString("genotype")),
        parents(row.getString("first_parent"), row.getString("second_parent")),
        new NetworkCost(row.getLong("parameters"), row.getLong("multiply_adds")),
        measurement(row),
        latency(row));
  }

  private static List<Genotype> parents(@Nullable String first, @Nullable String second) {
    return first == null || second == null
        ? List.of()
        : List.of(Genes.read(first), Genes.read(second));
  }

  private static @Nullable Measurement measurement(ResultSet row) throws SQLException {
    row.getLong("id");
    return row.wasNull() ? null : Measurement.of(row);
  }

  private static @Nullable Latency latency(ResultSet row) throws SQLException {
    row.getLong("latency");
    return row.wasNull() ? null : Latency.of(row);
  }
}
