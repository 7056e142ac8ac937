package io.tamnas.search.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.Rows;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RetentionIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private final JdbcClient database = Rows.of(RUNNING.database());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private void run() {
    Duration days = Duration.ofDays(90);
    new Retention(
            new ExpiredRows(database),
            new RetentionSettings(true, days, days, Duration.ofDays(30), days, days, 5),
            meters)
        .run();
  }

  /** A job that is done, whose training has told of three batches of metrics. */
  private Submitted done() {
    return done(Submitted.SMALL);
  }

  private Submitted done(String specification) {
    try (FakeWorker _ = new FakeWorker("one", () -> service, this::outcome).start()) {
      return Submitted.to(service, specification).reaches("SUCCEEDED");
    }
  }

  private @Nullable Object outcome(FakeWorker worker, TaskAssignment assignment) {
    if (assignment.work().kind().name().equals("TRAIN_SUPERNET")) {
      for (int number = 1; number <= 3; number++) {
        service.postAsWorker(
            "/api/v1/tasks/" + assignment.task() + "/attempts/1/metrics",
            new MetricBatch(number, List.of(new MetricBatch.Metric("loss", number, 1.0))));
      }
    }
    return MadeUp.outcome(worker, assignment);
  }

  private void age(String table, String column) {
    database
        .sql("update %s set %s = %s - interval '91 days'".formatted(table, column, column))
        .update();
  }

  private void ageAttempts() {
    database
        .sql(
            """
            update attempt set opened_at = opened_at - interval '91 days',
              ended_at = ended_at - interval '91 days'
            """)
        .update();
  }

  private int count(String table) {
    return database.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void keepsWhatIsYoung() {
    done();
    int attempts = count("attempt");

    run();

    assertThat(count("metric_batch")).isEqualTo(3);
    assertThat(count("attempt")).isEqualTo(attempts).isGreaterThan(8);
    assertThat(count("worker")).isEqualTo(1);
  }

  @Test
  void deletesMetricsOfJobsThatEndedLongAgoAndSaysSo() {
    Submitted job = done();
    JsonNode before = service.get(job.path() + "/metrics").json();
    age("search_job", "ended_at");
    run();
    assertThat(count("metric_batch")).as("of an attempt that ended not long ago").isEqualTo(3);

    ageAttempts();
    run();

    assertThat(count("metric_batch")).isZero();
    assertThat(count("metric")).isZero();
    assertThat(before.get("items")).hasSize(3);
    assertThat(before.get("deletedAt").isNull()).isTrue();
    JsonNode after = service.get(job.path() + "/metrics").json();
    assertThat(after.get("items")).isEmpty();
    assertThat(after.get("deletedAt").asString()).startsWith("20");
  }

  @Test
  void keepsMetricsOfAJobThatHasNotEnded() {
    done();
    ageAttempts();
    database.sql("update search_job set ended_at = null").update();

    run();

    assertThat(count("metric_batch")).isEqualTo(3);
    assertThat(count("attempt")).as("the one with metrics").isEqualTo(1);
  }

  @Test
  void deletesAttemptsOfDoneTasksAndTheReportStillCountsThem() {
    Submitted job = done(Submitted.SMALL.replace("\"none\"", "\"random\""));
    ageAttempts();
    age("search_job", "ended_at");
    JsonNode before = phases(job);

    run();

    assertThat(kinds()).as("the manifests tell who trained").containsExactly("TRAIN_SUPERNET");
    assertThat(phases(job)).isEqualTo(before);
    assertThat(job.phases()).containsOnlyKeys("SUPERNET_TRAINING", "SEARCH", "RANDOM_SEARCH");
    assertThat(before.get(1).get("workers")).isNotEmpty();
    assertThat(before.get(2).get("workers")).isNotEmpty();
    assertThat(meters.counter("tamnas.retention.deleted", "what", "attempts").count())
        .isGreaterThan(8);
  }

  @Test
  void countsNoTimeInWhichNothingWasUnderWay() {
    Submitted job = done();
    ageAttempts();
    age("search_job", "ended_at");
    database
        .sql(
            """
            update attempt set opened_at = opened_at - interval '2 hours',
              ended_at = ended_at - interval '2 hours'
            where task in (select id from task where kind = 'EVALUATE' order by number limit 7)
            """)
        .update();
    JsonNode before = phases(job);

    run();

    JsonNode search = before.get(1);
    assertThat(between(search)).isGreaterThan(Duration.ofHours(1));
    assertThat(search.get("wallSeconds").asDouble()).isPositive().isLessThan(600);
    assertThat(search.get("deviceSeconds").asDouble()).isPositive().isLessThan(600);
    assertThat(phases(job)).isEqualTo(before);
  }

  private static Duration between(JsonNode phase) {
    return Duration.between(
        Instant.parse(phase.get("from").asString()), Instant.parse(phase.get("until").asString()));
  }

  @Test
  void addsWhatWasKeptPerKindOfTaskToItsPhase() {
    Submitted job = done();
    double before = phases(job).at("/1/deviceSeconds").asDouble();
    database
        .sql(
            """
            insert into past_attempts (job, kind, began, ended, seconds)
            select id, kind, '2020-01-01T00:00Z', '2020-01-01T01:00Z', 600
            from search_job, unnest(array['EVALUATE', 'MEASURE_LATENCY']) kind
            """)
        .update();
    database
        .sql(
            """
            insert into past_maker (job, kind, version, device, numeric_environment, began)
            select id, 'EVALUATE', 'old', 'cpu', 'numerics 3', '2020-01-01T00:00Z' from search_job
            """)
        .update();

    JsonNode search = phases(job).get(1);

    assertThat(search.get("phase").asString()).isEqualTo("SEARCH");
    assertThat(search.get("from").asString()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(search.get("wallSeconds").asDouble()).isBetween(3600.0, 4200.0);
    assertThat(search.get("deviceSeconds").asDouble()).isCloseTo(before + 1200, within(0.001));
    assertThat(search.at("/workers/0/version").asString()).isEqualTo("old");
  }

  private JsonNode phases(Submitted job) {
    return service.get(job.path() + "/report").json().get("phases");
  }

  @Test
  void keepsTheLastAttemptOfATaskThatIsNotDone() {
    done();
    ageAttempts();
    age("search_job", "ended_at");
    database
        .sql(
            """
            update task set state = 'FAILED' where id =
              (select id from task where kind = 'EVALUATE' order by number limit 1)
            """)
        .update();

    run();

    assertThat(kinds()).containsExactly("EVALUATE", "TRAIN_SUPERNET");
  }

  @Test
  void deletesWorkersThatWereNotSeenForLongAndOfWhichNoAttemptTells() {
    done();
    for (String id : List.of("idle", "young")) {
      try (FakeWorker worker = new FakeWorker(id, () -> service, MadeUp::outcome)) {
        worker.register();
      }
    }
    database
        .sql("update worker set seen_at = seen_at - interval '31 days' where id <> 'young'")
        .update();
    database.sql("update task set failed_on = 'idle' where kind = 'EVALUATE'").update();

    run();

    assertThat(database.sql("select id from worker order by id").query(String.class).list())
        .containsExactly("one", "young");
  }

  private List<String> kinds() {
    return database
        .sql("select t.kind from attempt a join task t on t.id = a.task order by t.kind")
        .query(String.class)
        .list();
  }

  @Test
  void countsEachAttemptOnceWhereSeveralReplicasDeleteThem() throws Exception {
    Submitted job = done();
    ageAttempts();
    age("search_job", "ended_at");
    JsonNode before = phases(job);

    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(threads.submit(this::run));
      }
      for (Future<?> one : runs) {
        one.get();
      }
    }
    run();

    assertThat(kinds()).containsExactly("TRAIN_SUPERNET");
    assertThat(phases(job)).isEqualTo(before);
  }
}
