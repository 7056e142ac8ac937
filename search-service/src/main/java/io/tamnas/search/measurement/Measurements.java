package io.tamnas.search.measurement;

import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All measurements ever made, each stored once: a second one under the same key changes nothing.
 */
@Component
public class Measurements {

  private static final Logger log = LoggerFactory.getLogger(Measurements.class);

  private final JdbcClient database;

  Measurements(JdbcClient database) {
    this.database = database;
  }

  /** Stores a measurement, or keeps the one that is there; returns its id. */
  public long keep(MeasurementKey key, String genotype, SubnetMeasured measured) {
    return keep(key, new TreeMap<>(Map.of(genotype, measured))).values().iterator().next();
  }

  /** Stores measurements, by their genotypes, or keeps those that are there; returns their ids. */
  public Map<String, Long> keep(MeasurementKey key, SortedMap<String, SubnetMeasured> measured) {
    Map<String, Long> ids = new TreeMap<>();
    Collection<SubnetMeasured> values = measured.values();
    database
        .sql(
            """
            insert into measurement (supernet, genotype, protocol, dataset_digest,
                numeric_environment, images, clean_correct, adversarial_correct, masking_signs)
            select :supernet, genotype, :protocol, :dataset, environment, images, clean,
                adversarial, string_to_array(signs, ',')
            from unnest(:genotypes, :environments, :images, :clean, :adversarial, :signs)
              as one (genotype, environment, images, clean, adversarial, signs)
            order by genotype on conflict do nothing returning genotype, id
            """)
        .param("supernet", key.supernet())
        .param("protocol", key.protocol())
        .param("dataset", key.datasetDigest())
        .param("genotypes", measured.keySet().toArray(String[]::new))
        .param("environments", strings(values, SubnetMeasured::numericEnvironment))
        .param("images", integers(values, SubnetMeasured::images))
        .param("clean", integers(values, SubnetMeasured::cleanCorrect))
        .param("adversarial", integers(values, SubnetMeasured::adversarialCorrect))
        .param("signs", strings(values, one -> names(one.maskingSigns())))
        .query(
            row -> {
              ids.put(row.getString("genotype"), row.getLong("id"));
            });
    measured.forEach((genotype, one) -> ids.computeIfAbsent(genotype, g -> kept(key, g, one)));
    return ids;
  }

  private static String[] strings(
      Collection<SubnetMeasured> measured, Function<SubnetMeasured, String> value) {
    return measured.stream().map(value).toArray(String[]::new);
  }

  private static Integer[] integers(
      Collection<SubnetMeasured> measured, Function<SubnetMeasured, Integer> value) {
    return measured.stream().map(value).toArray(Integer[]::new);
  }

  private long kept(MeasurementKey key, String genotype, SubnetMeasured measured) {
    Measurement stored = stored(key, genotype, measured.numericEnvironment());
    if (!isSame(stored, measured)) {
      log.warn(
          "kept the stored measurement {}; the same key was now measured as {}", stored, measured);
    }
    return stored.id();
  }

  /**
   * The stored measurements of these genotypes, made in a numeric environment that one of the
   * registered evaluators has; by genotype.
   */
  public Map<String, Long> known(MeasurementKey key, Collection<String> genotypes) {
    Map<String, Long> known = new TreeMap<>();
    database
        .sql(
            """
            select distinct on (genotype) genotype, id from measurement
            where supernet = ? and protocol = ? and dataset_digest = ? and genotype = any (?)
              and numeric_environment in
                  (select numeric_environment from worker where 'EVALUATE' = any (kinds))
            order by genotype, numeric_environment
            """)
        .params(
            key.supernet(), key.protocol(), key.datasetDigest(), genotypes.toArray(String[]::new))
        .query(
            row -> {
              known.put(row.getString(1), row.getLong(2));
            });
    return known;
  }

  private Measurement stored(MeasurementKey key, String genotype, String environment) {
    return database
        .sql(
            """
            select id, images, clean_correct, adversarial_correct, masking_signs,
              numeric_environment
            from measurement where supernet = ? and genotype = ? and protocol = ?
              and dataset_digest = ? and numeric_environment = ?
            """)
        .params(key.supernet(), genotype, key.protocol(), key.datasetDigest(), environment)
        .query((row, number) -> Measurement.of(row))
        .single();
  }

  private static boolean isSame(Measurement stored, SubnetMeasured measured) {
    return stored.images() == measured.images()
        && stored.cleanCorrect() == measured.cleanCorrect()
        && stored.adversarialCorrect() == measured.adversarialCorrect()
        && stored.maskingSigns().equals(List.copyOf(measured.maskingSigns()));
  }

  private static String names(Collection<MaskingSign> signs) {
    return signs.stream().map(MaskingSign::name).collect(Collectors.joining(","));
  }
}
