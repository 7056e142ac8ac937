package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.support.Submitted;
import io.tamnas.search.worker.Worker;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is served next, and by whom. */
class ClaimsIT {

  private final QuietService service = QuietService.shared();
  private final Map<String, UUID> incarnations = new TreeMap<>();

  @BeforeEach
  void empty() {
    service.empty();
  }

  @Test
  void servesTheHigherPriorityFirst() {
    UUID usual = job(0, 3);
    UUID urgent = job(5, 3);
    UUID spare = job(-5, 3);
    workers(9);

    assertThat(claimed(9))
        .containsExactly(urgent, urgent, urgent, usual, usual, usual, spare, spare, spare);
  }

  @Test
  void servesTheJobWithTheFewestRunningTasksAndThenTheOldest() {
    UUID large = job(0, 6);
    workers(3);
    assertThat(claimed(3)).containsExactly(large, large, large);
    UUID second = job(0, 6);
    UUID third = job(0, 6);
    workers(12);

    assertThat(claimed(6)).containsExactly(second, third, second, third, second, third);
    assertThat(claimed(3)).containsExactly(large, second, third);
  }

  @Test
  void countsWhatRunsInTheKind() {
    UUID first = job(0, 4);
    UUID second = job(0, 4);
    add(second, "EVALUATE", 1, "exports");
    service.sql.sql("update task set kind = 'EXPORT' where subject like 'exports%'").update();
    workers(3);

    assertThat(claimed(3)).containsExactly(first, second, second);
  }

  @Test
  void keepsTheLimitOfAJob() {
    UUID limited = job(9, 5);
    service.people.schedule(limited, new Scheduling(9, OptionalInt.of(2)));
    UUID other = job(0, 2);
    workers(6);

    assertThat(claimed(4)).containsExactly(limited, limited, other, other);
    assertThat(service.claim()).isEmpty();
    service.people.schedule(limited, new Scheduling(9, OptionalInt.of(3)));
    assertThat(claimed(1)).containsExactly(limited);
    assertThat(service.claim()).isEmpty();
  }

  @Test
  void givesATaskToAnotherWorkerThanItFailedOn() {
    job(0, 1);
    workers(2);
    Claim first = next();
    assertThat(first.worker()).isEqualTo("w1");
    fail(first);
    service.pass(QuietService.BACKOFF);

    Claim second = next();

    assertThat(second.task().id()).isEqualTo(first.task().id());
    assertThat(second.worker()).isEqualTo("w2");
    fail(second);
    incarnations.remove("w1");
    service.sql.sql("update worker set draining = true where id = 'w1'").update();
    service.pass(2 * QuietService.BACKOFF);
    assertThat(next().worker()).as("the only one").isEqualTo("w2");
  }

  @Test
  void givesNothingToAWorkerThatIsStillAtWorkAtWhatItHasLost() {
    job(0, 2);
    workers(1);
    Claim lost = next();
    AttemptReference atWork = new AttemptReference(lost.task().id(), lost.attempt());
    register("w1", atWork);
    service.attempts.takeBack(lost.task().id(), lost.attempt(), "taken back");

    register("w1", atWork);

    assertThat(service.claim()).isEmpty();
    service.pass(2 * QuietService.HEARTBEAT);
    assertThat(service.claim()).as("it was not heard of again").hasSize(1);
  }

  @Test
  void givesAWorkerSomethingAsSoonAsItHasLetGo() {
    job(0, 2);
    workers(1);
    register("w1", new AttemptReference(UUID.randomUUID(), 1));
    assertThat(service.claim()).isEmpty();

    workers(1);

    assertThat(service.claim()).hasSize(1);
  }

  @Test
  void quarantinesAWorkerThatFailsSeveralTasksInARow() {
    job(0, 9);
    workers(1);
    for (int i = 0; i < QuietService.STRIKES; i++) {
      assertThat(quarantine()).isEmpty();
      fail(next());
    }

    assertThat(quarantine().orElseThrow().times()).isEqualTo(1);
    assertThat(quarantine().orElseThrow().reason()).contains("3 tasks in a row", "disk full");
    assertThat(service.claim()).isEmpty();
    pass(QuietService.QUARANTINE);
    fail(next());
    assertThat(quarantine().orElseThrow().times()).as("one more failure doubles it").isEqualTo(2);
    pass(QuietService.QUARANTINE);
    assertThat(service.claim()).isEmpty();
    pass(QuietService.QUARANTINE);
    assertThat(service.claim()).isNotEmpty();
  }

  @Test
  void trustsAWorkerAgainWhenItIsStartedAnew() {
    job(0, 9);
    workers(1);
    for (int i = 0; i < QuietService.STRIKES; i++) {
      fail(next());
    }
    assertThat(service.claim()).isEmpty();

    incarnations.clear();
    workers(1);

    assertThat(quarantine()).isEmpty();
    assertThat(service.claim()).isNotEmpty();
  }

  @Test
  void trustsAWorkerAgainWhenAnOperatorLetsItWork() {
    job(0, 9);
    workers(1);
    for (int i = 0; i < QuietService.STRIKES; i++) {
      fail(next());
    }
    service.workers.direct("w1", Directive.DRAIN);
    assertThat(quarantine()).isPresent();

    service.workers.direct("w1", Directive.WORK);

    assertThat(quarantine()).isEmpty();
    fail(next());
    assertThat(quarantine()).as("it begins anew").isEmpty();
  }

  @Test
  void countsNothingAgainstAWorkerThatWasOnlyBusy() {
    workers(1);
    for (int i = 1; i < QuietService.STRIKES; i++) {
      job(i, 1);
      Claim busy = next();
      service.attempts.takeBack(busy.task().id(), busy.attempt(), "the worker was busy");
    }
    job(QuietService.STRIKES, 1);

    fail(next());

    assertThat(quarantine()).isEmpty();
  }

  @Test
  void blamesNoWorkerForATaskThatFailsOnSeveral() {
    job(0, 1);
    workers(2);
    fail(next());
    service.pass(QuietService.BACKOFF);
    fail(next());
    job(1, 3);
    for (int i = 1; i < QuietService.STRIKES; i++) {
      Claim claim = next();
      assertThat(claim.worker()).isEqualTo("w1");
      fail(claim);
    }
    assertThat(quarantine()).as("the first of its three failures was not its own").isEmpty();

    fail(next());

    assertThat(quarantine().orElseThrow().reason()).contains("3 tasks in a row");
  }

  @Test
  void costsTheSameHoweverMuchIsDone() {
    int done = Integer.getInteger("claims.done", 100);
    UUID job = job(0, 10);
    service
        .sql
        .sql(
            """
            insert into search_job (id, name, state, specification, specification_digest, seed,
                population, generations, created_at)
              select uuidv7(), 'filled', 'SEARCHING', specification, 'd', 1, 8, 8, created_at
              from search_job, generate_series(1, 199) where id = :job;
            insert into task (id, job, kind, subject, work, state)
              select uuidv7(), j.id, 'EVALUATE', 'done ' || i, '{}', 'SUCCEEDED'
              from search_job j, generate_series(1, :done) i;
            insert into task (id, job, kind, subject, work, state)
              select uuidv7(), j.id, 'EVALUATE', 'ready ' || i, '{}', 'READY'
              from search_job j, generate_series(1, 20) i;
            insert into worker (id, url, incarnation, kinds, device, memory_bytes, version,
                numeric_environment, registered_at, seen_at, unavailable_until)
              select 'many ' || i, 'http://localhost:9', uuidv7(), '{EVALUATE}', 'cpu', 1, '1', 'e',
                clock_timestamp(), clock_timestamp(), clock_timestamp()
              from generate_series(1, 1000) i;
            update task set state = 'RUNNING' where subject in ('ready 1', 'ready 2');
            """)
        .param("job", job)
        .param("done", done)
        .update();
    service.sql.sql("analyze task, search_job, worker").update();

    String plan =
        String.join(
            "\n",
            service
                .sql
                .sql("explain (analyze, buffers off) " + ReadyTasks.LOCKED)
                .param("lease", QuietService.LEASE)
                .param("pause", QuietService.PAUSE)
                .param("most", Claims.MANY)
                .query(String.class)
                .list());

    if (done > 100) {
      System.out.println(plan);
    }
    assertThat(plan).doesNotContain("Seq Scan on task").contains("task_ready", "task_running");
  }

  /** A job of that priority with so many ready measurements, and nothing else. */
  private UUID job(int priority, int tasks) {
    UUID job =
        service.people.submit(Submitted.SMALL, new Scheduling(priority, OptionalInt.empty()));
    add(job, "EVALUATE", tasks, "subject");
    service
        .sql
        .sql("delete from task where job = ? and kind = 'TRAIN_SUPERNET'")
        .param(job)
        .update();
    return job;
  }

  private void add(UUID job, String kind, int tasks, String subject) {
    service
        .sql
        .sql(
            """
            insert into task (id, job, kind, subject, work, state)
            select uuidv7(), :job, :kind, :subject || ' ' || i, work, 'READY'
            from (select work from task where job = :job limit 1) w, generate_series(1, :tasks) i
            """)
        .param("job", job)
        .param("kind", kind)
        .param("subject", subject)
        .param("tasks", tasks)
        .update();
  }

  private void workers(int count) {
    for (int i = 1; i <= count; i++) {
      register("w" + i);
    }
  }

  private void register(String id) {
    register(id, null);
  }

  private void register(String id, @Nullable AttemptReference atWork) {
    service.workers.register(
        id,
        new WorkerRegistration(
            URI.create("http://localhost:9"),
            incarnations.computeIfAbsent(id, any -> UUID.randomUUID()),
            EnumSet.allOf(TaskKind.class),
            "cpu",
            1,
            "1",
            "e",
            "a machine",
            atWork));
  }

  private void pass(long seconds) {
    service.pass(seconds);
    incarnations.keySet().forEach(this::register);
  }

  private void fail(Claim claim) {
    service.attempts.fail(
        claim.task().id(),
        claim.attempt(),
        new TaskFailure(FailureClass.INFRASTRUCTURE, "disk full"));
  }

  private List<UUID> claimed(int count) {
    return Stream.generate(this::next).limit(count).map(claim -> claim.task().job()).toList();
  }

  private Claim next() {
    return service.claim().getFirst();
  }

  private Optional<Worker.Quarantine> quarantine() {
    return Optional.ofNullable(service.workers.all().getFirst().quarantine());
  }
}
