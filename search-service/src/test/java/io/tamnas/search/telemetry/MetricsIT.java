package io.tamnas.search.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Scrape;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsIT {

  private static final String TRAINING = "kind=\"TRAIN_SUPERNET\"";
  private static final String EVALUATION = "kind=\"EVALUATE\"";

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  /** A scrape may be a second old. */
  private void awaitScrape(Consumer<Scrape> expectation) {
    await().untilAsserted(() -> expectation.accept(service.scrape()));
  }

  private void cancel(Submitted job) {
    service.post(job.path() + "/cancel", "");
  }

  @Test
  void isReadByThoseWithItsTokenAlone() {
    assertThat(service.get("/actuator/prometheus").status()).isEqualTo(401);
    assertThat(service.getAsWorker("/actuator/prometheus").status()).isEqualTo(403);
    assertThat(service.scrape().text()).contains("# HELP tamnas_tasks ");
  }

  @Test
  void showsAQueueThatNobodyServes() {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    awaitScrape(
        scrape -> {
          assertThat(scrape.of("tamnas_tasks", TRAINING, "state=\"ready\"")).isEqualTo(1);
          assertThat(scrape.of("tamnas_tasks", TRAINING, "state=\"running\"")).isZero();
          assertThat(scrape.of("tamnas_tasks", EVALUATION, "state=\"ready\"")).isZero();
          assertThat(scrape.of("tamnas_workers_wanted", TRAINING)).isEqualTo(1);
          assertThat(scrape.of("tamnas_tasks_oldest_seconds", TRAINING)).isPositive();
          assertThat(scrape.of("tamnas_jobs", "state=\"QUEUED\"")).isEqualTo(1);
          assertThat(scrape.of("tamnas_workers", TRAINING)).isZero();
        });
    cancel(job);
    awaitScrape(
        scrape -> {
          assertThat(scrape.of("tamnas_workers_wanted", TRAINING)).isZero();
          assertThat(scrape.of("tamnas_jobs", "state=\"QUEUED\"")).isZero();
        });
  }

  @Test
  void showsWhoWorksAtWhat() {
    try (FakeWorker silent = new FakeWorker("silent", () -> service, (self, task) -> null)) {
      silent.start();
      Submitted job = Submitted.to(service, Submitted.SMALL);
      await().until(() -> silent.received().size() == 1);

      awaitScrape(
          scrape -> {
            assertThat(scrape.of("tamnas_tasks", TRAINING, "state=\"running\"")).isEqualTo(1);
            assertThat(scrape.of("tamnas_leases", TRAINING, "state=\"valid\"")).isEqualTo(1);
            assertThat(scrape.of("tamnas_workers", EVALUATION, "state=\"busy\"")).isEqualTo(1);
            assertThat(scrape.of("tamnas_workers", EVALUATION, "state=\"idle\"")).isZero();
            assertThat(scrape.of("tamnas_workers_wanted", TRAINING)).isEqualTo(1);
            assertThat(scrape.of("tamnas_jobs", "state=\"TRAINING_SUPERNET\"")).isEqualTo(1);
          });
      cancel(job);
    }
  }

  @Test
  void holdsTheTasksOfAPausedJob() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MetricsIT::notMeasuring)) {
      worker.start();
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("PAUSED");

      awaitScrape(
          scrape -> {
            assertThat(scrape.of("tamnas_tasks", EVALUATION, "state=\"held\"")).isPositive();
            assertThat(scrape.of("tamnas_tasks", EVALUATION, "state=\"ready\"")).isZero();
            assertThat(scrape.of("tamnas_workers_wanted", EVALUATION)).isZero();
            assertThat(scrape.of("tamnas_jobs", "state=\"PAUSED\"")).isEqualTo(1);
          });
      cancel(job);
    }
  }

  /** What a person pauses rests in all its parts, also those beside its course. */
  @Test
  void holdsTheTasksBesideTheCourseOfAJobThatAPersonPaused() {
    Submitted job = Submitted.to(service, Submitted.SMALL);
    RUNNING.database().execute("update task set beside = true");
    assertThat(service.post(job.path() + "/pause", "").status()).isLessThan(300);

    awaitScrape(
        scrape -> {
          assertThat(scrape.of("tamnas_tasks", TRAINING, "state=\"held\"")).isPositive();
          assertThat(scrape.of("tamnas_tasks", TRAINING, "state=\"ready\"")).isZero();
          assertThat(scrape.of("tamnas_workers_wanted", TRAINING)).isZero();
        });
    cancel(job);
  }

  @Test
  void wantsNoMoreWorkersThanAJobsLimitLets() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MetricsIT::measuringForEver)) {
      worker.start();
      Submitted job = Submitted.to(service, Submitted.SMALL);
      awaitScrape(
          scrape -> {
            assertThat(scrape.of("tamnas_tasks", EVALUATION, "state=\"running\"")).isEqualTo(1);
            assertThat(scrape.of("tamnas_workers_wanted", EVALUATION)).isGreaterThan(3);
          });

      RUNNING.database().execute("update search_job set maximum_tasks = 3");
      awaitScrape(
          scrape -> assertThat(scrape.of("tamnas_workers_wanted", EVALUATION)).isEqualTo(3));
      RUNNING.database().execute("update search_job set maximum_tasks = 1");
      awaitScrape(
          scrape -> {
            assertThat(scrape.of("tamnas_workers_wanted", EVALUATION)).isEqualTo(1);
            assertThat(scrape.of("tamnas_tasks", EVALUATION, "state=\"ready\"")).isPositive();
          });
      cancel(job);
    }
  }

  private static @Nullable Object measuringForEver(FakeWorker worker, TaskAssignment assignment) {
    return assignment.work() instanceof Work.Evaluate ? null : MadeUp.outcome(worker, assignment);
  }

  @Test
  void tellsWorkersThatTakeNothingFromIdleOnes() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome)) {
      worker.start();
      awaitWorkers("idle");

      RUNNING
          .database()
          .execute(
              "update worker set quarantined_until = now() + interval '1 hour',"
                  + " quarantine_reason = 'test'");
      awaitWorkers("quarantined");

      RUNNING.database().execute("update worker set draining = true");
      awaitWorkers("draining");
    }
  }

  /** The only worker is in that state alone. */
  private void awaitWorkers(String state) {
    awaitScrape(
        scrape -> {
          assertThat(scrape.of("tamnas_workers", EVALUATION)).isEqualTo(1);
          assertThat(scrape.of("tamnas_workers", EVALUATION, "state=\"" + state + '"'))
              .isEqualTo(1);
        });
  }

  private static Object notMeasuring(FakeWorker worker, TaskAssignment assignment) {
    return assignment.work() instanceof Work.Evaluate
        ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "test")
        : MadeUp.outcome(worker, assignment);
  }

  @Test
  void showsHowFarARunningJobIs() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MetricsIT::upToGenerationOne)) {
      worker.start();
      Submitted job = Submitted.to(service, Submitted.SMALL);
      String id = "job=\"" + job.status().get("id").asString() + '"';

      awaitScrape(
          scrape -> {
            assertThat(scrape.of("tamnas_job_generation", id)).isEqualTo(1);
            assertThat(scrape.of("tamnas_job_hypervolume", id)).isPositive();
          });
      cancel(job);
      awaitScrape(scrape -> assertThat(scrape.find("tamnas_job_generation", id)).isEmpty());
    }
  }

  /**
   * Generation 0 has as many genotypes as the population at most; the next one is never measured.
   */
  private static @Nullable Object upToGenerationOne(FakeWorker worker, TaskAssignment assignment) {
    boolean ranked =
        RUNNING.database().holds("select count(*) > 0 from generation where state = 'RANKED'");
    return ranked ? null : MadeUp.outcome(worker, assignment);
  }

  @Test
  void countsWhatIsDone() {
    Scrape before = service.scrape();
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      long evaluations =
          worker.received().stream()
              .filter(task -> task.work().kind() == TaskKind.EVALUATE)
              .count();
      awaitScrape(
          scrape -> {
            assertThat(grown(before, scrape, "tamnas_evaluations_total"))
                .isEqualTo((double) evaluations);
            assertThat(
                    grown(
                        before,
                        scrape,
                        "tamnas_tasks_finished_total",
                        TRAINING,
                        "outcome=\"succeeded\""))
                .isEqualTo(1);
            assertThat(grown(before, scrape, "tamnas_task_wait_seconds_count", EVALUATION))
                .isEqualTo((double) evaluations);
            assertThat(grown(before, scrape, "tamnas_dispatch_seconds_count"))
                .isGreaterThan((double) evaluations);
            assertThat(scrape.of("tamnas_artifacts")).isPositive();
            assertThat(scrape.of("tamnas_artifacts_bytes")).isPositive();
          });
    }
  }

  private static double grown(Scrape before, Scrape after, String name, String... labels) {
    return after.of(name, labels) - before.of(name, labels);
  }

  @Test
  void countsRetriesAndFailuresByTheirClass() {
    Scrape before = service.scrape();
    try (FakeWorker _ = new FakeWorker("one", () -> service, (_, task) -> failing(task)).start()) {
      Submitted.to(service, Submitted.SMALL).reaches("FAILED");
    }

    awaitScrape(
        scrape -> {
          assertThat(
                  grown(
                      before,
                      scrape,
                      "tamnas_tasks_retried_total",
                      TRAINING,
                      "failure=\"INFRASTRUCTURE\""))
              .isEqualTo(1);
          assertThat(
                  grown(
                      before,
                      scrape,
                      "tamnas_tasks_finished_total",
                      TRAINING,
                      "outcome=\"failed\"",
                      "failure=\"DIVERGED\""))
              .isEqualTo(1);
        });
  }

  private static TaskFailure failing(TaskAssignment assignment) {
    return new TaskFailure(
        assignment.attempt() == 1 ? FailureClass.INFRASTRUCTURE : FailureClass.DIVERGED, "test");
  }

  @Test
  void countsLostLeasesAndStaleReports() {
    Scrape before = service.scrape();
    try (FakeWorker silent = new FakeWorker("silent", () -> service, (self, task) -> null)) {
      silent.start();
      Submitted job = Submitted.to(service, Submitted.SMALL);
      await().until(() -> silent.received().size() == 1);
      RUNNING.database().execute("update attempt set lease_until = '-infinity'");
      await().until(() -> silent.received().size() == 2);

      TaskFailure late = new TaskFailure(FailureClass.DIVERGED, "too late");
      assertThat(silent.report(silent.received().getFirst(), late).status()).isEqualTo(409);

      awaitScrape(
          scrape -> {
            assertThat(grown(before, scrape, "tamnas_leases_expired_total", TRAINING)).isEqualTo(1);
            assertThat(grown(before, scrape, "tamnas_reports_stale_total", "report=\"failure\""))
                .isEqualTo(1);
          });
      cancel(job);
    }
  }

  @Test
  void countsWhatIsStoredAndWhatOfItIsDamaged() {
    RUNNING
        .database()
        .execute(
            """
            insert into artifact (sha256, size, state, damaged_at) values
              (repeat('a', 64), 5, 'STORED', null), (repeat('b', 64), 6, 'STORED', now()),
              (repeat('c', 64), 7, 'ARRIVING', null), (repeat('d', 64), 8, 'LEAVING', now())
            """);

    awaitScrape(
        scrape -> {
          assertThat(scrape.of("tamnas_artifacts")).isEqualTo(2);
          assertThat(scrape.of("tamnas_artifacts_bytes")).isEqualTo(11);
          assertThat(scrape.of("tamnas_artifacts_damaged")).isEqualTo(1);
        });
  }

  @Test
  void countsWhatIsDeletedFromTheStart() {
    Scrape scrape = service.scrape();

    assertThat(scrape.find("tamnas_artifacts_collected_total")).isPresent();
    assertThat(scrape.find("tamnas_artifacts_collected_bytes_total")).isPresent();
    for (String what : List.of("metric batches", "attempts", "workers")) {
      assertThat(scrape.find("tamnas_retention_deleted_total", "what=\"" + what + '"'))
          .as(what)
          .isPresent();
    }
  }

  @Test
  void showsThePoolTheDiskAndTheCalls() {
    Submitted.to(service, Submitted.SMALL).status();

    Scrape scrape = service.scrape();

    assertThat(scrape.of("hikaricp_connections_max")).isEqualTo(8);
    assertThat(scrape.of("disk_free_bytes")).isPositive();
    assertThat(scrape.of("tamnas_database_up")).isEqualTo(1);
    assertThat(
            scrape.of(
                "http_server_requests_seconds_bucket",
                "uri=\"/api/v1/search-jobs/{id}\"",
                "le=\"0.1\""))
        .isPositive();
  }
}
