package io.tamnas.search.measurement;

import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** Stores a measurement, or keeps the one that is there, and returns its id. */
  public long keep(MeasurementKey key, String genotype, SubnetMeasured measured) {
    return database
        .sql(
            """
            insert into measurement (supernet, genotype, protocol, dataset_digest,
                numeric_environment, images, clean_correct, adversarial_correct, masking_signs)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
            """)
        .params(
            key.supernet(),
            genotype,
            key.protocol(),
            key.datasetDigest(),
            measured.numericEnvironment(),
            measured.images(),
            measured.cleanCorrect(),
            measured.adversarialCorrect(),
            names(measured.maskingSigns()))
        .query(Long.class)
        .optional()
        .orElseGet(() -> kept(key, genotype, measured));
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

  private static String[] names(Collection<MaskingSign> signs) {
    return signs.stream().map(MaskingSign::name).toArray(String[]::new);
  }
}
