package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.support.Rows;
import io.tamnas.search.support.RunningService;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Phases of tasks of a job that was born with 0,1, has drawn 0,1 and 1,1 and 9,9, the largest. */
class TaskPhaseIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private static final UUID JOB = new UUID(1, 2);

  private final JdbcClient database = Rows.of(RUNNING.database());

  @BeforeEach
  void addJob() {
    RUNNING
        .database()
        .execute(
            """
            insert into latency (space_digest, genotype, protocol, machine, lower_quartile_nanos,
              median_nanos, upper_quartile_nanos)
            values (repeat('a', 64), '9,9', 'p', 'a machine', 1, 1, 1);
            insert into search_job (id, name, state, specification, specification_digest, seed,
              population, generations, created_at, ended_at, latency_protocol, reference_latency)
            select '%1$s', 'one', 'CANCELLED', '{}', 'd', 1, 4, 1, clock_timestamp(),
              clock_timestamp(), 'p', id
            from latency;
            insert into generation (job, number, state, remaining, born, genotypes)
            values ('%1$s', 0, 'RANKED', 0, 1, 1);
            insert into individual (job, generation, position, genotype, parameters, multiply_adds)
            values ('%1$s', 0, 0, '0,1', 1, 1);
            insert into baseline_subnet (job, position, genotype, parameters, multiply_adds)
            values ('%1$s', 0, '0,1', 1, 1), ('%1$s', 1, '1,1', 1, 1), ('%1$s', 2, '9,9', 1, 1)
            """
                .formatted(JOB));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TRAIN_SUPERNET  | supernet   | false | SUPERNET_TRAINING
          EVALUATE        | 0,1        | false | SEARCH
          EVALUATE        | 1,1        | false | RANDOM_SEARCH
          EVALUATE        | 9,9        | false | RANDOM_SEARCH
          EVALUATE        | 1/1,1      | true  | RE_EVALUATION
          MEASURE_LATENCY | 0,1        | false | SEARCH
          MEASURE_LATENCY | 1,1        | false | RANDOM_SEARCH
          MEASURE_LATENCY | 9,9        | false | SEARCH
          MEASURE_LATENCY | 8,8        | false | SEARCH
          TRAIN_SUBNET    | teacher/1  | false | TEACHER_TRAINING
          TRAIN_SUBNET    | 1/scratch  | false | FINALIST_TRAINING
          TRAIN_SUBNET    | 1/supernet | false | FINALIST_TRAINING
          TRAIN_SUBNET    | probe/1    | false | PROBES
          VALIDATE        | 1/scratch  | false | FINALIST_VALIDATION
          VALIDATE        | probe/1    | false | PROBES
          EXPORT          | 1/scratch  | false | FINALIST_EXPORT
          TRANSFER_MATRIX | 1          | false | TRANSFER
          """)
  void isDerivedFromKindAndSubject(
      TaskKind kind, String subject, boolean beside, TaskPhase expected) {
    assertThat(phase(JOB, kind, subject, beside)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void isKnownOfEveryKind(TaskKind kind) {
    assertThat(phase(JOB, kind, "1", false)).isNotNull();
  }

  @Test
  void isNothingThatAnotherJobHasDrawn() {
    assertThat(phase(new UUID(1, 3), TaskKind.EVALUATE, "1,1", false)).isEqualTo(TaskPhase.SEARCH);
  }

  private TaskPhase phase(UUID job, TaskKind kind, String subject, boolean beside) {
    return database
        .sql(
            "select %s from (values (?, ?, ?, ?)) t (job, kind, subject, beside)"
                .formatted(TaskPhase.OF_TASK))
        .params(job, kind.name(), subject, beside)
        .query((row, number) -> TaskPhase.valueOf(row.getString(1)))
        .single();
  }
}
