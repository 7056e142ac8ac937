package io.tamnas.search.generation;

import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    List<String> genotypes = offspring.stream().map(one -> Genes.write(one.genotype())).toList();
    database
        .sql(
            """
            insert into generation (job, number, state, remaining, born, genotypes)
            values (?, ?, 'MEASURING', 0, ?, ?)
            """)
        .params(job, number, offspring.size(), countNew(job, number, Set.copyOf(genotypes)))
        .update();
    List<NetworkCost> costs =
        offspring.stream().map(one -> NetworkCost.of(space, one.genotype())).toList();
    database
        .sql(
            """
            insert into individual (job, generation, position, genotype, first_parent,
                second_parent, parameters, multiply_adds)
            select :job, :generation, place - 1, genotype, first, second, parameters, multiply_adds
            from unnest(:genotypes, :first, :second, :parameters, :multiplyAdds) with ordinality
              as one (genotype, first, second, parameters, multiply_adds, place)
            """)
        .param("job", job)
        .param("generation", number)
        .param("genotypes", genotypes.toArray(String[]::new))
        .param("first", texts(offspring, one -> parent(one, List::getFirst)))
        .param("second", texts(offspring, one -> parent(one, List::getLast)))
        .param("parameters", costs.stream().map(NetworkCost::parameters).toArray(Long[]::new))
        .param("multiplyAdds", costs.stream().map(NetworkCost::multiplyAdds).toArray(Long[]::new))
        .update();
  }

  /** How many of these were not born before. */
  private int countNew(UUID job, int number, Set<String> genotypes) {
    int old =
        database
            .sql(
                """
                select count(distinct genotype) from individual
                where job = ? and generation < ? and genotype = any (?)
                """)
            .params(job, number, genotypes.toArray(String[]::new))
            .query(Integer.class)
            .single();
    return genotypes.size() - old;
  }

  /**
   * Takes over what the job has measured before under the same genotypes. They are named one by
   * one: how many rows a new job has, the database does not know yet, and a join that it plans for
   * a few may take hours.
   */
  public void reuseOwn(UUID job, int number) {
    Map<String, Long> known = new TreeMap<>();
    database
        .sql(
            """
            select genotype, min(measurement) from individual
            where job = ? and genotype = any (?) and measurement is not null group by genotype
            """)
        .params(job, unmeasured(job, number).toArray(String[]::new))
        .query(
            row -> {
              known.put(row.getString(1), row.getLong(2));
            });
    measured(job, known);
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
   * What became of a job's measurements.
   *
   * @param genotypes how many of the genotypes the current generation waited for
   * @param remaining how many it still waits for; of a job with latencies, for each of both
   */
  public record Taken(int genotypes, int remaining) {
    public static final Taken NOTHING = new Taken(0, 0);
  }

  /**
   * Gives measurements, by genotype, to individuals of each job that wait for them; none but the
   * current ones do. Tells what became of them by job; none of a job of which nobody waited.
   */
  public Map<UUID, Taken> take(Map<UUID, ? extends Map<String, Long>> measurements) {
    List<UUID> jobs = new ArrayList<>();
    List<String> genotypes = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    measurements.forEach(
        (job, some) ->
            some.forEach(
                (genotype, id) -> {
                  jobs.add(job);
                  genotypes.add(genotype);
                  ids.add(id);
                }));
    Map<UUID, Taken> taken = new HashMap<>();
    database
        .sql(
            """
            with given as (
              update individual i set measurement = one.measurement
              from unnest(:jobs, :genotypes, :ids) as one (job, genotype, measurement)
              where i.job = one.job and i.genotype = one.genotype and i.measurement is null
              returning i.job, i.generation, i.genotype
            ), taken as (
              select job, generation, count(distinct genotype)::integer as genotypes
              from given group by job, generation)
            update generation g set remaining = remaining - taken.genotypes
            from taken where g.job = taken.job and g.number = taken.generation
            returning g.job, taken.genotypes, g.remaining
            """)
        .param("jobs", jobs.toArray(UUID[]::new))
        .param("genotypes", genotypes.toArray(String[]::new))
        .param("ids", ids.toArray(Long[]::new))
        .query(
            row -> {
              taken.put(row.getObject(1, UUID.class), new Taken(row.getInt(2), row.getInt(3)));
            });
    return taken;
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
    database
        .sql(
            """
            insert into survivor (job, generation, position, born, born_position, rank, crowding)
            select :job, :generation, place - 1, born, position, rank, crowding
            from unnest(:born, :positions, :ranks, :crowding) with ordinality
              as one (born, position, rank, crowding, place)
            """)
        .param("job", job)
        .param("generation", number)
        .param("born", integers(survivors, one -> one.born().generation()))
        .param("positions", integers(survivors, one -> one.born().position()))
        .param("ranks", integers(survivors, Ranked::rank))
        .param("crowding", survivors.stream().map(Ranked::crowding).toArray(Double[]::new))
        .update();
    database
        .sql("update generation set state = 'RANKED', hypervolume = ? where job = ? and number = ?")
        .params(hypervolume, job, number)
        .update();
  }

  private static @Nullable String parent(
      Offspring offspring, Function<List<Genotype>, Genotype> which) {
    List<Genotype> parents = offspring.parents();
    return parents.isEmpty() ? null : Genes.write(which.apply(parents));
  }

  private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
    @Nullable String[] texts = new String[all.size()];
    Arrays.setAll(texts, i -> text.apply(all.get(i)));
    return texts;
  }

  private static Integer[] integers(List<Ranked> all, Function<Ranked, Integer> number) {
    return all.stream().map(number).toArray(Integer[]::new);
  }
}
