package io.tamnas.search.reevaluation;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the subnets of re-evaluations. */
@Component
class SubnetRows {

  private final JdbcClient database;
  private final JdbcTemplate batches;

  SubnetRows(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  void add(UUID job, int number, List<Genotype> genotypes) {
    List<Object[]> rows = new ArrayList<>(genotypes.size());
    for (int i = 0; i < genotypes.size(); i++) {
      rows.add(new Object[] {job, number, i, Genes.write(genotypes.get(i))});
    }
    batches.batchUpdate(
        "insert into reevaluation_subnet (job, number, position, genotype) values (?, ?, ?, ?)",
        rows);
  }

  void measured(SubnetId id, long measurement) {
    database
        .sql(
            """
            update reevaluation_subnet
            set measurement = ?, failure_class = null, failure_reason = null
            where job = ? and number = ? and genotype = ?
            """)
        .params(measurement, id.job(), id.number(), Genes.write(id.genotype()))
        .update();
  }

  void failed(SubnetId id, FailureClass failureClass, String reason) {
    database
        .sql(
            """
            update reevaluation_subnet set failure_class = ?, failure_reason = ?
            where job = ? and number = ? and genotype = ?
            """)
        .params(failureClass.name(), reason, id.job(), id.number(), Genes.write(id.genotype()))
        .update();
  }

  /** Takes back that it has failed. */
  void reopen(SubnetId id) {
    database
        .sql(
            """
            update reevaluation_subnet set failure_class = null, failure_reason = null
            where job = ? and number = ? and genotype = ?
            """)
        .params(id.job(), id.number(), Genes.write(id.genotype()))
        .update();
  }

  /** How many are neither measured nor have failed. */
  int open(UUID job, int number) {
    return database
        .sql(
            """
            select count(*) from reevaluation_subnet where job = ? and number = ?
              and measurement is null and failure_class is null
            """)
        .params(job, number)
        .query(Integer.class)
        .single();
  }

  /** Those of a re-evaluation, in the order in which they were asked for. */
  List<StoredSubnet> of(UUID job, int number) {
    return database
        .sql(
            """
            select s.genotype, s.failure_class, s.failure_reason, m.id, m.images, m.clean_correct,
              m.adversarial_correct, m.masking_signs, m.numeric_environment
            from reevaluation_subnet s left join measurement m on m.id = s.measurement
            where s.job = ? and s.number = ? order by s.position
            """)
        .params(job, number)
        .query((row, index) -> subnet(row))
        .list();
  }

  private static StoredSubnet subnet(ResultSet row) throws SQLException {
    return new StoredSubnet(
        Genes.read(row.getString("genotype")),
        measurement(row),
        failure(row.getString("failure_class"), row.getString("failure_reason")));
  }

  private static @Nullable Measurement measurement(ResultSet row) throws SQLException {
    row.getLong("id");
    return row.wasNull() ? null : Measurement.of(row);
  }

  private static StoredSubnet.@Nullable Failure failure(
      @Nullable String failureClass, @Nullable String reason) {
    return failureClass == null || reason == null
        ? null
        : new StoredSubnet.Failure(FailureClass.valueOf(failureClass), reason);
  }
}
