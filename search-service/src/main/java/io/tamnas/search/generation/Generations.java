package io.tamnas.search.generation;

import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds of all searches. Whoever changes one holds its job's lock. */
@Component
public class Generations {

  private static final String SELECT =
      """
      select g.number, g.state, g.remaining, g.born,
          case g.state when 'RANKED' then g.born else (
            select count(i.measurement)
                filter (where j.latency_protocol is null or i.latency is not null)
            from individual i where i.job = g.job and i.generation = g.number) end as measured,
          g.hypervolume
      from generation g join search_job j on j.id = g.job
      where g.job = ?
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  Generations(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  public List<Generation> of(UUID job) {
    return database.sql(SELECT + " order by g.number").param(job).query(Generation.class).list();
  }

  public Optional<Generation> find(UUID job, int number) {
    return database
        .sql(SELECT + " and g.number = ?")
        .params(job, number)
        .query(Generation.class)
        .optional();
  }

  /** Begins a generation with those born in it. */
  public void begin(UUID job, int number, SearchSpace space, List<Offspring> offspring) {
    database
        .sql(
            """
            insert into generation (job, number, state, remaining, born, genotypes)
            values (?, ?, 'MEASURING', 0, ?, 0)
            """)
        .params(job, number, offspring.size())
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
    countNew(job, number);
  }

  private void countNew(UUID job, int number) {
    database
        .sql(
            """
            update generation g set genotypes = (
              select count(distinct i.genotype) from individual i
              where i.job = g.job and i.generation = g.number
                and not exists (select from individual e
                  where e.job = i.job and e.genotype = i.genotype and e.generation < i.generation))
            where g.job = ? and g.number = ?
            """)
        .params(job, number)
        .update();
  }

  /** Takes over what the job has measured before under the same genotypes. */
  public void reuseOwn(UUID job, int number) {
    database
        .sql(
            """
            update individual i set measurement = known.measurement
            from (
              select new.genotype, min(k.measurement) as measurement
              from individual new join individual k using (job, genotype)
              where new.job = :job and new.generation = :number and new.measurement is null
                and k.measurement is not null
              group by new.genotype) known
            where i.job = :job and i.generation = :number and i.genotype = known.genotype
              and i.measurement is null
            """)
        .param("job", job)
        .param("number", number)
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

  /**
   * What became of measurements.
   *
   * @param genotypes how many of the genotypes the current generation waited for
   * @param remaining how many it still waits for; of a job with latencies, for each of both
   */
  public record Taken(int genotypes, int remaining) {
    private static final Taken NOTHING = new Taken(0, 0);
  }

  /** Gives measurements to individuals that wait for them; none but the current ones do. */
  public Taken take(UUID job, SortedMap<String, Long> measurements) {
    return database
        .sql(
            """
            with given as (
              update individual i set measurement = one.measurement
              from unnest(:genotypes, :measurements) as one (genotype, measurement)
              where i.job = :job and i.genotype = one.genotype and i.measurement is null
              returning i.generation, i.genotype
            ), taken as (
              select generation, count(distinct genotype)::integer as genotypes
              from given group by generation)
            update generation g set remaining = remaining - taken.genotypes
            from taken where g.job = :job and g.number = taken.generation
            returning taken.genotypes, g.remaining
            """)
        .param("genotypes", measurements.keySet().toArray(String[]::new))
        .param("measurements", measurements.values().toArray(Long[]::new))
        .param("job", job)
        .query(Taken.class)
        .optional()
        .orElse(Taken.NOTHING);
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
