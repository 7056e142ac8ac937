package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.support.Rows;
import io.tamnas.search.support.RunningService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No column that can name an artifact is forgotten: what it names would be deleted. */
class ArtifactReferencesIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  /** Columns of text that never hold an artifact's digest. */
  private static final Set<String> OTHERS =
      Set.of(
          "artifact.sha256",
          "artifact.state",
          "attempt.device",
          "attempt.failure_class",
          "attempt.numeric_environment",
          "attempt.state",
          "attempt.worker",
          "attempt.worker_version",
          "baseline_subnet.failure_class",
          "baseline_subnet.failure_reason",
          "baseline_subnet.genotype",
          "finalist.genotype",
          "finalist.reason",
          "finalist_network.failure_class",
          "finalist_network.failure_reason",
          "finalist_network.start",
          "generation.state",
          "individual.first_parent",
          "individual.genotype",
          "individual.second_parent",
          "latency.genotype",
          "latency.machine",
          "latency.protocol",
          "latency.space_digest",
          "measurement.dataset_digest",
          "measurement.genotype",
          "measurement.masking_signs",
          "measurement.numeric_environment",
          "measurement.protocol",
          "metric.name",
          "past_attempts.kind",
          "past_attempts.phase",
          "past_maker.device",
          "past_maker.kind",
          "past_maker.numeric_environment",
          "past_maker.phase",
          "past_maker.version",
          "probe.failure_class",
          "probe.failure_reason",
          "probe.genotype",
          "reevaluation.idempotency_key",
          "reevaluation.protocol",
          "reevaluation.request_digest",
          "reevaluation_subnet.failure_class",
          "reevaluation_subnet.failure_reason",
          "reevaluation_subnet.genotype",
          "search_job.dataset_digest",
          "search_job.failure_class",
          "search_job.idempotency_key",
          "search_job.latency_machine",
          "search_job.latency_protocol",
          "search_job.name",
          "search_job.paused_by",
          "search_job.request_digest",
          "search_job.resume_state",
          "search_job.specification_digest",
          "search_job.state",
          "search_job.trace_parent",
          "supernet.dataset",
          "supernet.dataset_digest",
          "supernet.space",
          "task.failed_on",
          "task.kind",
          "task.state",
          "task.subject",
          "teacher.failure_class",
          "teacher.failure_reason",
          "trained_network.dataset_digest",
          "trained_network.genotype",
          "trained_network.protocol",
          "trained_network.space",
          "transfer_matrix.failure_class",
          "transfer_matrix.failure_reason",
          "transfer_matrix.idempotency_key",
          "transfer_matrix.request_digest",
          "worker.device",
          "worker.id",
          "worker.kinds",
          "worker.machine",
          "worker.numeric_environment",
          "worker.quarantine_reason",
          "worker.url",
          "worker.version");

  private final JdbcClient database = Rows.of(RUNNING.database());

  @Test
  void listsEveryColumnThatCanNameAnArtifact() {
    Set<String> listed =
        Arrays.stream(ArtifactReferences.values())
            .map(reference -> reference.table() + '.' + reference.column())
            .collect(Collectors.toSet());

    List<String> unknown =
        columns("data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')")
            .stream()
            .filter(column -> !listed.contains(column) && !OTHERS.contains(column))
            .toList();

    assertThat(unknown)
        .as(
            "columns that are new: those that can hold an artifact's digest belong into"
                + " ArtifactReferences, all others into this test")
        .isEmpty();
    assertThat(columns("true")).containsAll(listed);
  }

  @Test
  void listsEveryColumnThatRefersToTheTableOfArtifacts() {
    List<String> foreign =
        database
            .sql(
                """
                select k.conrelid::regclass || '.' || a.attname from pg_constraint k
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                where k.contype = 'f' and k.confrelid = 'artifact'::regclass
                """)
            .query(String.class)
            .list();

    assertThat(foreign)
        .isNotEmpty()
        .isSubsetOf(
            Arrays.stream(ArtifactReferences.values())
                .map(reference -> reference.table() + '.' + reference.column())
                .toList());
  }

  private List<String> columns(String condition) {
    return database
        .sql(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and table_name <> 'flyway_schema_history' and %s
            order by 1
            """
                .formatted(condition))
        .query(String.class)
        .list();
  }
}
