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
            with waiting as materialized (
              select count(*) as individuals, count(distinct i.genotype) as genotypes
              from search_job j join individual i on i.job = j.id and i.generation = j.generation
              where j.id = :job and (i.measurement is null
                or j.latency_protocol is not null and i.latency is null))
            select coalesce(sum(born), 0) - (select individuals from waiting) as measured,
              coalesce(sum(genotypes), 0) - (select genotypes from waiting) as genotypes
            from generation where job = :job
            """)
        .param("job", job)
        .query(Count.class)
        .single();
  }

  /**
   * How far a search is. It never goes back, so at the same moment the same individuals are
   * measured.
   *
   * @param generation the current one; −1 before the first
   * @param measured how many of its individuals are measured
   * @param timed how many of them have their latency
   */
  public record Moment(int generation, int measured, int timed) {}

  public Moment moment(UUID job) {
    return database
        .sql(
            """
            select coalesce(j.generation, -1) as generation, count(i.measurement) as measured,
              count(i.latency) as timed
            from search_job j
            left join individual i on i.job = j.id and i.generation = j.generation
            where j.id = ? group by j.generation
            """)
        .param(job)
        .query(Moment.class)
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
    return measured(job, 0, Integer.MAX_VALUE);
  }

  /** The same of those born up to a generation. */
  public List<Born> measuredUntil(UUID job, int generation) {
    return measured(job, 0, generation);
  }

  /** The same of those born in one generation. */
  public List<Born> measuredIn(UUID job, int generation) {
    return measured(job, generation, generation);
  }

  private List<Born> measured(UUID job, int from, int to) {
    return database
        .sql(
            "select distinct on (i.genotype) "
                + COLUMNS
                + """
                from individual i join measurement m on m.id = i.measurement
                join search_job j on j.id = i.job
                left join latency l on l.id = i.latency
                where i.job = ? and i.generation between ? and ?
                  and (j.latency_protocol is null or i.latency is not null)
                order by i.genotype, i.generation, i.position
                """)
        .params(job, from, to)
        .query((row, number) -> born(row))
        .list();
  }

  /**
   * Who lived on at the end of a generation, best first. Each is looked up by its key: how many a
   * new job has, the database does not know yet, and a join that it plans for a few takes seconds.
   */
  public List<Ranked> survivors(UUID job, int generation) {
    return database
        .sql(
            "select s.rank, s.crowding, "
                + COLUMNS
                + """
                from survivor s cross join lateral (
                  select * from individual i
                  where i.job = s.job and i.generation = s.born and i.position = s.born_position
                  limit 1) i
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
