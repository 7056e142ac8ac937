package io.tamnas.search.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.search.support.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored before something was added that it does not speak of. */
class MigrationIT {
  private static final String EVALUATION =
      """
      {"attack":{"method":"fgsm","epsilon":"8/255"},"images":512,"batchSize":128,\
      "recalibrationImages":1024,"recalibrationBatch":128,"seed":1}""";

  private final Database database = Database.create();

  @ParameterizedTest
  @ValueSource(strings = {"READY", "RUNNING", "FAILED"})
  void keepsWhatJobsAndTasksMeant(String state) throws SQLException {
    migrate("2");
    addJob();
    addTask(
        "TRAIN_SUPERNET",
        state,
        """
        {"kind":"TRAIN_SUPERNET","dataset":{"name":"mnist","directory":null,"validationImages":9,
         "splitSeed":1,"shapes":null},"seed":3,"space":"text","training":{"attack":
         {"method":"fgsm-random-start","epsilon":"8/255","stepSize":"10/255"},"steps":7,
         "batchSize":64,"augmentation":{"crop":4,"mirror":"random"},"epsilonWarmup":0.5,
         "optimizer":{"learningRate":0.2,"momentum":0.9,"weightDecay":5.0E-4,"warmup":0.05,
         "clipNorm":5.0},"scaleWarmup":0.3}}
        """);
    addTask(
        "EVALUATE",
        state,
        """
        {"kind":"EVALUATE","dataset":{"name":"mnist","directory":null,"validationImages":9,
         "splitSeed":1,"shapes":null},"datasetDigest":"d","space":"text","supernet":"s",
         "genotype":[0,1],"protocol":%s}
        """
            .formatted(EVALUATION));

    migrate("3");

    var specification =
        SpecificationReader.read(
            SpecificationParser.parse(
                text("select specification from search_job").getBytes(UTF_8)));
    assertThat(specification.evaluation().maskingImages()).isZero();
    assertThat(((Work.Evaluate) work("EVALUATE")).protocol().maskingImages()).isZero();
    assertThat(((Work.TrainSupernet) work("TRAIN_SUPERNET")).training())
        .isEqualTo(
            new TrainingSettings(
                7,
                64,
                new Loss.CrossEntropy(0),
                new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"), 0),
                CraftingStatistics.BATCH,
                0.5,
                0.3,
                new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()),
                new Optimizer.Sgd(0.2, 0.9, 0.0005, 5),
                new Schedule(Schedule.Kind.COSINE, 0.05),
                0,
                0,
                new TrainingSettings.Augmentation(4, Mirror.RANDOM, 0)));
  }

  @Test
  void leavesStoredMeasurementsUnderTheirOwnProtocolWithoutSigns() throws SQLException {
    migrate("2");
    database.execute("insert into artifact (sha256, size) values (repeat('a', 64), 1)");
    database.execute(
        """
        insert into measurement (supernet, genotype, protocol, dataset_digest,
          numeric_environment, images, clean_correct, adversarial_correct)
        values (repeat('a', 64), '0 1', '%s', 'd', 'test', 512, 300, 200)
        """
            .formatted(EVALUATION));

    migrate("3");

    assertThat(text("select protocol from measurement")).isEqualTo(EVALUATION);
    assertThat(database.holds("select masking_signs = '{}' from measurement")).isTrue();
  }

  @Test
  void remembersTheNetworksAndWorkersThatThereWere() throws SQLException {
    migrate("2");
    addJob();
    migrate("5");
    database.execute("insert into artifact (sha256, size) values (repeat('a', 64), 1)");
    database.execute(
        """
        insert into finalist (job, number, genotype, reason, settings, created_at)
        select id, 1, '0,1', 'NAMED', '{}', clock_timestamp() from search_job
        """);
    String trained =
        """
        {"kind":"TRAIN_SUBNET","artifact":"%s","step":3,"selected":{"kind":"VALIDATE","images":8,
         "cleanCorrect":4,"adversarialCorrect":2,"maskingSigns":[],"datasetDigest":"d",
         "numericEnvironment":"test"}}
        """
            .formatted("a".repeat(64));
    database.execute(
        "insert into finalist_network (job, finalist, start, trained) select id, 1, 'SCRATCH', '"
            + trained
            + "' from search_job");
    database.execute(
        """
        insert into task (id, job, kind, subject, work, state)
        select uuidv7(), id, 'TRAIN_SUBNET', '1/scratch', '{"space":"a space","datasetDigest":"d",
          "selection":{"interval":1,"protocol":{"split":"validation"}}}', 'SUCCEEDED'
        from search_job
        """);
    database.execute(
        """
        insert into worker (id, url, incarnation, kinds, device, memory_bytes, version,
          numeric_environment, registered_at, seen_at, unavailable_until)
        values ('w', 'u', '00000000-0000-0000-0000-000000000001', '{}', 'cpu', 1, '1', 'numerics 3',
          clock_timestamp(), clock_timestamp(), clock_timestamp())
        """);
    database.execute(
        """
        insert into attempt (task, number, worker, incarnation, state, lease_until)
        select id, n, 'w', ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'SUCCEEDED',
          clock_timestamp()
        from task, generate_series(1, 2) n
        """);

    migrate("9");

    assertThat(text("select space || genotype || dataset_digest from trained_network"))
        .isEqualTo("a space0,1d");
    assertThat(text("select numeric_environment from attempt where number = 1"))
        .isEqualTo("numerics 3");
    assertThat(database.holds("select numeric_environment is null from attempt where number = 2"))
        .isTrue();
  }

  @Test
  void countsWhatWasBornInGenerationsAndWhatOfItWasNew() throws SQLException {
    migrate("5");
    addJob();
    database.execute(
        """
        insert into generation (job, number, state, remaining)
        select id, n, 'RANKED', 0 from search_job, generate_series(0, 1) n
        """);
    database.execute(
        """
        insert into individual (job, generation, position, genotype, parameters, multiply_adds)
        select j.id, g, p, genotype, 1, 1 from search_job j,
          (values (0, 0, 'a'), (0, 1, 'b'), (1, 0, 'b'), (1, 1, 'c'), (1, 2, 'c'))
            as one (g, p, genotype)
        """);

    migrate("12");

    assertThat(
            text(
                "select string_agg(born || ' ' || genotypes, ', ' order by number) from generation"))
        .isEqualTo("2 2, 3 1");
  }

  @Test
  void keepsWhatIsKnownOfBaselinesCheckpointsAndReevaluationsThatThereWere() throws SQLException {
    migrate("2");
    addJob();
    migrate("9");
    database.execute(
        """
        insert into artifact (sha256, size) values (repeat('a', 64), 1);
        insert into measurement (supernet, genotype, protocol, dataset_digest, numeric_environment,
          images, clean_correct, adversarial_correct, masking_signs)
        values (repeat('a', 64), '0,1', 'p', 'd', 'test', 512, 300, 200, '{}');
        insert into generation (job, number, state, remaining)
        select id, 0, 'RANKED', 0 from search_job;
        insert into individual (job, generation, position, genotype, parameters, multiply_adds,
          measurement)
        select j.id, 0, position, '0,1', 1, 1, m.id
        from search_job j, measurement m, generate_series(0, 1) position;
        insert into baseline_subnet (job, position, genotype, parameters, multiply_adds)
        select id, 0, '1,1', 1, 1 from search_job;
        insert into worker (id, url, incarnation, kinds, device, memory_bytes, version,
          numeric_environment, registered_at, seen_at, unavailable_until)
        values ('w', 'u', gen_random_uuid(), '{}', 'cpu', 1, '1', 'numerics 3', clock_timestamp(),
          clock_timestamp(), clock_timestamp());
        insert into task (id, job, kind, subject, work, state, checkpoint_artifact, checkpoint_step)
        select uuidv7(), id, 'TRAIN_SUPERNET', 'supernet', '{}', 'SUCCEEDED', repeat('a', 64), 40
        from search_job;
        insert into attempt (task, number, worker, incarnation, state, lease_until, result)
        select id, 1, 'w', gen_random_uuid(), 'SUCCEEDED', clock_timestamp(), '{"artifact":"a"}'
        from task;
        insert into reevaluation (job, number, protocol, created_at)
        select id, n, 'p', clock_timestamp() from search_job, generate_series(1, 2) n;
        insert into task (id, job, kind, subject, work, state, beside)
        select uuidv7(), job, 'EVALUATE', number || '/0,1', '{}',
          case number when 1 then 'CANCELLED' else 'READY' end, true
        from reevaluation;
        update search_job set state = 'CANCELLED', ended_at = clock_timestamp()
        """);

    migrate("10");

    assertThat(database.holds("select wanted = 1 and draws is null from baseline")).isTrue();
    assertThat(database.holds("select checkpoint_step = 40 from attempt")).isTrue();
    assertThat(
            database.holds(
                """
                select r.ended_at = j.ended_at from reevaluation r join search_job j on j.id = r.job
                where r.number = 1
                """))
        .isTrue();
    assertThat(database.holds("select ended_at is null from reevaluation where number = 2"))
        .as("it was taken up afterwards")
        .isTrue();
  }

  @Test
  void drawsNothingBesideTheSearchesThatWereAskedForBefore() throws SQLException {
    migrate("5");
    SearchJobSpecification now =
        specification("{\"dataset\":{\"name\":\"shapes\"},\"name\":\"a \\\"b\\\", c\"}");
    assertThat(now.search().baseline()).isEqualTo(BaselineKind.RANDOM);
    String before = now.canonicalJson().replace(",\"baseline\":\"random\"", "");
    database.execute(
        """
        insert into search_job (id, name, state, specification, specification_digest, seed,
          population, generations, created_at)
        values (uuidv7(), 'old', 'SEARCHING', '%s', 'd', 1, 4, 1, clock_timestamp())
        """
            .formatted(before));

    migrate("6");

    SearchJobSpecification kept = specification(text("select specification from search_job"));
    assertThat(kept.search().baseline()).isEqualTo(BaselineKind.NONE);
    assertThat(kept.name()).isEqualTo("a \"b\", c");
    assertThat(kept.canonicalJson())
        .isEqualTo(now.canonicalJson().replace("\"baseline\":\"random\"", "\"baseline\":\"none\""));
    assertThat(text("select specification_digest from search_job")).isEqualTo(kept.digest());
  }

  @Test
  void takesPausedJobsAsPausedByAFailureAndServesAllAlike() throws SQLException {
    migrate("9");
    database.execute(
        """
        insert into search_job (id, name, state, resume_state, specification, specification_digest,
          seed, population, generations, failure_class, failure_reason, created_at)
        select uuidv7(), state, state, case state when 'PAUSED' then 'SEARCHING' end, '{}', 'd', 1, 4,
          1, 'INFRASTRUCTURE', 'disk full', clock_timestamp()
        from unnest(array['PAUSED', 'SEARCHING']) state
        """);

    migrate("13");

    assertThat(text("select paused_by from search_job where state = 'PAUSED'"))
        .isEqualTo("FAILURE");
    assertThat(
            database.holds(
                "select count(*) = 2 from search_job where priority = 0 and maximum_tasks is null"
                    + " and (paused_by is null) = (state = 'SEARCHING')"))
        .isTrue();
  }

  @Test
  void countsWhatWasSummedPerKindOfTaskToAPhase() throws SQLException {
    migrate("6");
    addJob();
    database.execute(
        """
        insert into probe (job, number, genotype) select id, 1, '0,1' from search_job;
        insert into search_job (id, name, state, specification, specification_digest, seed,
          population, generations, created_at)
        select uuidv7(), 'finalists', 'SUCCEEDED', '{}', 'd', 1, 4, 1, clock_timestamp();
        insert into finalist (job, number, genotype, reason, settings, created_at)
        select id, 1, '0,1', 'NAMED', '{}', clock_timestamp() from search_job
        where name = 'finalists'
        """);
    migrate("16");
    database.execute(
        """
        insert into past_attempts (job, kind, began, ended, seconds)
        select id, kind, '2026-01-01T00:00Z', '2026-01-01T00:01Z', 60 from search_job,
          unnest(array['TRAIN_SUPERNET', 'EVALUATE', 'MEASURE_LATENCY', 'TRANSFER_MATRIX',
            'TRAIN_SUBNET', 'VALIDATE', 'EXPORT', 'RE_EVALUATE']) kind;
        insert into past_maker (job, kind, version, device, numeric_environment, began)
        select id, kind, '1', 'cpu', 'numerics 3', '2026-01-01T00:00Z' from search_job,
          unnest(array['EVALUATE', 'MEASURE_LATENCY', 'TRANSFER_MATRIX', 'RE_EVALUATE']) kind
        """);

    migrate("17");

    String counted =
        "select string_agg(distinct phase, ' ' order by phase) from %s p join search_job j"
            + " on j.id = p.job where name = '%s'";
    assertThat(text(counted.formatted("past_attempts", "finalists")))
        .isEqualTo(
            "FINALIST_EXPORT FINALIST_TRAINING FINALIST_VALIDATION RE_EVALUATION SEARCH"
                + " SUPERNET_TRAINING TRANSFER");
    assertThat(text(counted.formatted("past_attempts", "old")))
        .as("of a job that has probes alone")
        .isEqualTo("FINALIST_EXPORT PROBES RE_EVALUATION SEARCH SUPERNET_TRAINING TRANSFER");
    assertThat(text(counted.formatted("past_maker", "old")))
        .isEqualTo("RE_EVALUATION SEARCH TRANSFER");
  }

  private static SearchJobSpecification specification(String text) {
    return SpecificationReader.read(SpecificationParser.parse(text.getBytes(UTF_8)));
  }

  private void addJob() {
    database.execute(
        """
        insert into search_job (id, name, state, specification, specification_digest, seed,
          population, generations, created_at)
        values (uuidv7(), 'old', 'QUEUED', '{"dataset":{"name":"cifar10"},"evaluation":%s}', 'd', 1,
          4, 1, clock_timestamp())
        """
            .formatted(EVALUATION));
  }

  private void addTask(String kind, String state, String work) {
    database.execute(
        """
        insert into task (id, job, kind, subject, work, state)
        select uuidv7(), id, '%1$s', '%1$s', '%3$s', '%2$s' from search_job
        """
            .formatted(kind, state, work));
  }

  private Work work(String kind) throws SQLException {
    return JsonMapper.shared()
        .readValue(text("select work from task where kind = '" + kind + "'"), Work.class);
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .target(version)
        .load()
        .migrate();
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }
}
