package io.tamnas.search.baseline;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.latency.Latency;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What searches have drawn at random. Whoever changes one holds its job's lock. */
@Component
public class Baselines {

  private final JdbcClient database;
  private final JdbcTemplate batches;

  Baselines(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  /** How many subnets were drawn, and how many of them are measured in full, or have failed. */
  public record Count(int drawn, int measured, int failed) {

    public int remaining() {
      return drawn - measured - failed;
    }
  }

  /**
   * How many subnets were to be drawn.
   *
   * @param draws how many that took; absent where it was not kept
   */
  public record Effort(int wanted, @Nullable Integer draws) {}

  public Count count(UUID job) {
    return database
        .sql(
            """
            select count(*) as drawn,
              count(b.measurement) filter (where b.failure_class is null
                and (j.latency_protocol is null or b.latency is not null)) as measured,
              count(b.failure_class) as failed
            from baseline_subnet b join search_job j on j.id = b.job where b.job = ?
            """)
        .param(job)
        .query(Count.class)
        .single();
  }

  /** Empty until the job has drawn. */
  public Optional<Effort> effort(UUID job) {
    return database
        .sql("select wanted, draws from baseline where job = ?")
        .param(job)
        .query(Effort.class)
        .optional();
  }

  /** Keeps what was drawn, in that order. */
  public void begin(UUID job, SearchSpace space, Draw draw) {
    database
        .sql("insert into baseline (job, wanted, draws) values (?, ?, ?)")
        .params(job, draw.wanted(), draw.draws())
        .update();
    List<Genotype> drawn = draw.genotypes();
    List<Object[]> rows = new ArrayList<>(drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      NetworkCost cost = NetworkCost.of(space, drawn.get(i));
      rows.add(
          new Object[] {job, i, Genes.write(drawn.get(i)), cost.parameters(), cost.multiplyAdds()});
    }
    batches.batchUpdate(
        """
        insert into baseline_subnet (job, position, genotype, parameters, multiply_adds)
        values (?, ?, ?, ?, ?)
        """,
        rows);
  }

  /** Takes over what the job's search has measured under the same genotypes. */
  public void reuseOwn(UUID job) {
    database
        .sql(
            """
            update baseline_subnet b set measurement = (
              select min(i.measurement) from individual i
              where i.job = b.job and i.genotype = b.genotype)
            where b.job = ? and b.measurement is null
            """)
        .param(job)
        .update();
  }

  /** The genotypes that wait for a measurement, in the order of drawing. */
  public List<String> unmeasured(UUID job) {
    return database
        .sql(
            """
            select genotype from baseline_subnet
            where job = ? and measurement is null and failure_class is null order by position
            """)
        .param(job)
        .query(String.class)
        .list();
  }

  /** Gives measurements to those of the job that have none. */
  public void measured(UUID job, Map<String, Long> measurements) {
    batches.batchUpdate(
        """
        update baseline_subnet set measurement = ?
        where job = ? and genotype = ? and measurement is null
        """,
        measurements.entrySet().stream()
            .map(entry -> new Object[] {entry.getValue(), job, entry.getKey()})
            .toList());
  }

  /** Takes over the latencies that the job's search has measured of the same genotypes. */
  public void reuseOwnLatencies(UUID job) {
    database
        .sql(
            """
            update baseline_subnet b set latency = (
              select min(i.latency) from individual i
              where i.job = b.job and i.genotype = b.genotype)
            where b.job = ? and b.latency is null
            """)
        .param(job)
        .update();
  }

  /** The genotypes that wait for their latency, in the order of drawing. */
  public List<String> untimed(UUID job) {
    return database
        .sql(
            """
            select genotype from baseline_subnet
            where job = ? and latency is null and failure_class is null order by position
            """)
        .param(job)
        .query(String.class)
        .list();
  }

  /** Gives latencies to those of the job that have none. */
  public void timed(UUID job, Map<String, Long> latencies) {
    batches.batchUpdate(
        """
        update baseline_subnet set latency = ? where job = ? and genotype = ? and latency is null
        """,
        latencies.entrySet().stream()
            .map(entry -> new Object[] {entry.getValue(), job, entry.getKey()})
            .toList());
  }

  /** Notes that nothing more becomes of one; the first of several reasons stays. */
  public void failed(UUID job, String genotype, FailureClass failureClass, String reason) {
    database
        .sql(
            """
            update baseline_subnet set failure_class = ?, failure_reason = ?
            where job = ? and genotype = ? and failure_class is null
            """)
        .params(failureClass.name(), reason, job, genotype)
        .update();
  }

  /** Those of which there will be no numbers, in the order of drawing. */
  public List<UnmeasuredSubnet> failed(UUID job) {
    return database
        .sql(
            """
            select genotype, failure_class, failure_reason from baseline_subnet
            where job = ? and failure_class is not null order by position
            """)
        .param(job)
        .query(
            (row, index) ->
                new UnmeasuredSubnet(
                    Genes.read(row.getString("genotype")),
                    FailureClass.valueOf(row.getString("failure_class")),
                    row.getString("failure_reason")))
        .list();
  }

  /** All that are measured in full, in the order of drawing; their positions are that order. */
  public List<Born> measured(UUID job) {
    return database
        .sql(
            """
            select b.position, b.genotype, b.parameters, b.multiply_adds, m.id, m.images,
              m.clean_correct, m.adversarial_correct, m.masking_signs, m.numeric_environment,
              l.id as latency, l.lower_quartile_nanos, l.median_nanos, l.upper_quartile_nanos
            from baseline_subnet b join measurement m on m.id = b.measurement
            join search_job j on j.id = b.job
            left join latency l on l.id = b.latency
            where b.job = ? and b.failure_class is null
              and (j.latency_protocol is null or b.latency is not null)
            order by b.position
            """)
        .param(job)
        .query(Baselines::born)
        .list();
  }

  private static Born born(ResultSet row, int index) throws SQLException {
    return new Born(
        0,
        row.getInt("position"),
        Genes.read(row.getString("genotype")),
        List.of(),
        new NetworkCost(row.getLong("parameters"), row.getLong("multiply_adds")),
        Measurement.of(row),
        latency(row));
  }

  private static @Nullable Latency latency(ResultSet row) throws SQLException {
    row.getLong("latency");
    return row.wasNull() ? null : Latency.of(row);
  }
}
