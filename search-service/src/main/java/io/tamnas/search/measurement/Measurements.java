package io.tamnas.search.measurement;

import static io.tamnas.search.measurement.MeasuredSubnet.ORDER;

import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    return keep(List.of(new MeasuredSubnet(key, genotype, measured))).getFirst();
  }

  /** Stores measurements, or keeps those that are there; returns their ids, in the same order. */
  public List<Long> keep(List<MeasuredSubnet> measured) {
    Map<MeasuredSubnet.Identity, Long> ids = add(measured.stream().sorted(ORDER).toList());
    Set<MeasuredSubnet.Identity> added = new HashSet<>(ids.keySet());
    return measured.stream()
        .map(one -> added.remove(one.identity()) ? id(ids, one) : kept(one.identity(), one))
        .toList();
  }

  private static long id(Map<MeasuredSubnet.Identity, Long> ids, MeasuredSubnet measured) {
    return Objects.requireNonNull(ids.get(measured.identity()));
  }

  private Map<MeasuredSubnet.Identity, Long> add(List<MeasuredSubnet> measured) {
    Map<MeasuredSubnet.Identity, Long> ids = new HashMap<>();
    database
        .sql(
            """
            insert into measurement (supernet, protocol, dataset_digest, genotype,
                numeric_environment, images, clean_correct, adversarial_correct, masking_signs)
            select supernet, protocol, dataset, genotype, environment, images, clean,
                adversarial, string_to_array(signs, ',')
            from unnest(:supernets, :protocols, :datasets, :genotypes, :environments, :images,
                :clean, :adversarial, :signs) with ordinality
              as one (supernet, protocol, dataset, genotype, environment, images, clean,
                adversarial, signs, place)
            order by place on conflict do nothing
            returning supernet, protocol, dataset_digest, genotype, numeric_environment, id
            """)
        .param("supernets", strings(measured, one -> one.key().supernet()))
        .param("protocols", strings(measured, one -> one.key().protocol()))
        .param("datasets", strings(measured, one -> one.key().datasetDigest()))
        .param("genotypes", strings(measured, MeasuredSubnet::genotype))
        .param("environments", strings(measured, one -> one.measured().numericEnvironment()))
        .param("images", integers(measured, SubnetMeasured::images))
        .param("clean", integers(measured, SubnetMeasured::cleanCorrect))
        .param("adversarial", integers(measured, SubnetMeasured::adversarialCorrect))
        .param("signs", strings(measured, one -> names(one.measured().maskingSigns())))
        .query(
            row -> {
              ids.put(identity(row), row.getLong("id"));
            });
    return ids;
  }

  private static MeasuredSubnet.Identity identity(ResultSet row) throws SQLException {
    return new MeasuredSubnet.Identity(
        new MeasurementKey(
            row.getString("supernet"), row.getString("protocol"), row.getString("dataset_digest")),
        row.getString("genotype"),
        row.getString("numeric_environment"));
  }

  private static String[] strings(
      List<MeasuredSubnet> measured, Function<MeasuredSubnet, String> value) {
    return measured.stream().map(value).toArray(String[]::new);
  }

  private static Integer[] integers(
      List<MeasuredSubnet> measured, Function<SubnetMeasured, Integer> value) {
    return measured.stream().map(MeasuredSubnet::measured).map(value).toArray(Integer[]::new);
  }

  private long kept(MeasuredSubnet.Identity identity, MeasuredSubnet measured) {
    Measurement stored = stored(identity);
    if (!isSame(stored, measured.measured())) {
      log.warn(
          "kept the stored measurement {} of subnet {} of supernet {}; it was now measured as {}",
          stored,
          measured.genotype(),
          measured.key().supernet(),
          measured.measured());
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

  private Measurement stored(MeasuredSubnet.Identity identity) {
    MeasurementKey key = identity.key();
    return database
        .sql(
            """
            select id, images, clean_correct, adversarial_correct, masking_signs,
              numeric_environment
            from measurement where supernet = ? and genotype = ? and protocol = ?
              and dataset_digest = ? and numeric_environment = ?
            """)
        .params(
            key.supernet(),
            identity.genotype(),
            key.protocol(),
            key.datasetDigest(),
            identity.numericEnvironment())
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
