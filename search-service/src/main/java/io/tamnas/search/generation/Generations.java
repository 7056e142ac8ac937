package io.tamnas.search.generation;

import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds of all searches. Whoever changes one holds its job's lock. */
@Component
public class Generations {

  private static final String SELECT =
      """
      select g.number, g.state, g.remaining, count(*) as born,
          count(i.measurement) filter (where j.latency_protocol is null or i.latency is not null)
              as measured,
          g.hypervolume
      from generation g join individual i on i.job = g.job and i.generation = g.number
      join search_job j on j.id = g.job
      where g.job = ?
      """;

  private static final String GROUPED = " group by g.job, g.number order by g.number";

  private final JdbcClient database;
  private final JdbcTemplate batches;

  Generations(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  public List<Generation> of(UUID job) {
    return database.sql(SELECT + GROUPED).param(job).query(Generation.class).list();
  }

  public Optional<Generation> find(UUID job, int number) {
    return database
        .sql(SELECT + " and g.number = ?" + GROUPED)
        .params(job, number)
        .query(Generation.class)
        .optional();
  }

  /** Begins a generation with those born in it. */
  public void begin(UUID job, int number, SearchSpace space, List<Offspring> offspring) {
    database
        .sql("insert into generation (job, number, state, remaining) values (?, ?, 'MEASURING', 0)")
        .params(job, number)
        .update();
    List<Object[]> rows = new ArrayList<>(offspring.size());
    for (int i = 0; i < offspring.size(); i++) {
      rows.add(row(job, number, i, space, offspring.get(i)));
    }
    batches.batchUpdate(
        """
        insert into individual (job, generation, position, genotype, first_parent, second_parent,
            parameters, multiply_adds) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  /** Takes over what the job has measured before under the same genotypes. */
  public void reuseOwn(UUID job, int number) {
    database
        .sql(
            """
            update individual i set measurement = (
              select min(k.measurement) from individual k
              where k.job = i.job and k.genotype = i.genotype)
            where i.job = ? and i.generation = ? and i.measurement is null
            """)
        .params(job, number)
        .update();
  }

  /** The genotypes that wait for a measurement, in the order of birth. */
  public List<String> unmeasured(UUID job, int number) {
    return database
        .sql(
            """
            select genotype from individual where job = ? and generation = ? and measurement is null
            group by genotype order by min(position)
            """)
        .params(job, number)
        .query(String.class)
        .list();
  }

  /** Gives measurements to all individuals of the job that carry the genotypes. */
  public void measured(UUID job, Map<String, Long> measurements) {
    batches.batchUpdate(
        """
        update individual set measurement = ?
        where job = ? and genotype = ? and measurement is null
        """,
        measurements.entrySet().stream()
            .map(entry -> new Object[] {entry.getValue(), job, entry.getKey()})
            .toList());
  }

  /** Takes over the latencies that the job has measured before of the same genotypes. */
  public void reuseOwnLatencies(UUID job, int number) {
    database
        .sql(
            """
            update individual i set latency = (
              select min(k.latency) from individual k
              where k.job = i.job and k.genotype = i.genotype)
            where i.job = ? and i.generation = ? and i.latency is null
            """)
        .params(job, number)
        .update();
  }

  /** The genotypes that wait for their latency, in the order of birth. */
  public List<String> untimed(UUID job, int number) {
    return database
        .sql(
            """
            select genotype from individual where job = ? and generation = ? and latency is null
            group by genotype order by min(position)
            """)
        .params(job, number)
        .query(String.class)
        .list();
  }

  /** Gives latencies to all individuals of the job that carry the genotypes. */
  public void timed(UUID job, Map<String, Long> latencies) {
    batches.batchUpdate(
        "update individual set latency = ? where job = ? and genotype = ? and latency is null",
        latencies.entrySet().stream()
            .map(entry -> new Object[] {entry.getValue(), job, entry.getKey()})
            .toList());
  }

  /** Counts anew what waits for a measurement; where a job measures latencies, for each of both. */
  public int countRemaining(UUID job, int number) {
    return database
        .sql(
            """
            update generation g set remaining = (
              select count(distinct i.genotype) filter (where i.measurement is null)
                + count(distinct i.genotype)
                    filter (where i.latency is null and j.latency_protocol is not null)
              from individual i join search_job j on j.id = i.job
              where i.job = g.job and i.generation = g.number)
            where g.job = ? and g.number = ? returning remaining
            """)
        .params(job, number)
        .query(Integer.class)
        .single();
  }

  /** Ends a generation: notes who lives on. */
  public void ranked(UUID job, int number, List<Ranked> survivors, double hypervolume) {
    List<Object[]> rows = new ArrayList<>(survivors.size());
    for (int i = 0; i < survivors.size(); i++) {
      Ranked one = survivors.get(i);
      Born born = one.born();
      rows.add(
          new Object[] {
            job, number, i, born.generation(), born.position(), one.rank(), one.crowding()
          });
    }
    batches.batchUpdate(
        """
        insert into survivor (job, generation, position, born, born_position, rank, crowding)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    database
        .sql("update generation set state = 'RANKED', hypervolume = ? where job = ? and number = ?")
        .params(hypervolume, job, number)
        .update();
  }

  private static Object[] row(
      UUID job, int generation, int position, SearchSpace space, Offspring offspring) {
    NetworkCost cost = NetworkCost.of(space, offspring.genotype());
    List<String> parents = offspring.parents().stream().map(Genes::write).toList();
    return new Object[] {
      job,
      generation,
      position,
      Genes.write(offspring.genotype()),
      parents.isEmpty() ? null : parents.getFirst(),
      parents.isEmpty() ? null : parents.getLast(),
      cost.parameters(),
      cost.multiplyAdds()
    };
  }
}
