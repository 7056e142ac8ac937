package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.job.IllegalTransition;
import io.tamnas.search.job.NotPaused;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.support.MadeUp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;

/** Two jobs and four workers, to all of which several threads do things at once. */
final class FencingRace {

  private static final int MOST_ROUNDS = 50;
  private static final List<String> WORKERS = List.of("w1", "w2", "w3", "w4");
  private static final String JOB =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"}, "seed": %d,
       "search": {"population": 8, "generations": 2, "baseline": "none"},
       "evaluation": {"images": 256}}
      """;

  private final QuietService service;
  private final List<UUID> jobs = new CopyOnWriteArrayList<>();
  private final List<Claim> claims = new CopyOnWriteArrayList<>();
  private final Map<String, UUID> incarnations = new ConcurrentHashMap<>();

  /** By task, the attempts whose result was taken. */
  private final Map<UUID, Set<Integer>> taken = new ConcurrentHashMap<>();

  /** Time passes for all rows together: while it does, nothing else happens. */
  private final ReadWriteLock time = new ReentrantReadWriteLock();

  FencingRace(QuietService service) {
    this.service = service;
  }

  /** One job may do what it can, the other two tasks at a time. */
  void begin(long seed) {
    jobs.add(service.people.submit(JOB.formatted(seed), Scheduling.USUAL));
    jobs.add(service.people.submit(JOB.formatted(seed + 1), new Scheduling(0, OptionalInt.of(2))));
    WORKERS.forEach(this::startAnew);
  }

  /** Safe for threads. */
  void deed(RandomGenerator random) {
    boolean timePasses = random.nextInt(32) == 0;
    Lock lock = timePasses ? time.writeLock() : time.readLock();
    lock.lock();
    try {
      if (timePasses) {
        service.pass(QuietService.LEASE);
      } else {
        deedInTime(random);
      }
    } catch (StaleAttempt | ConflictingResult | NotPaused | IllegalTransition expected) {
      // whoever was first is right
    } finally {
      lock.unlock();
    }
  }

  private void deedInTime(RandomGenerator random) {
    UUID job = jobs.get(random.nextInt(jobs.size()));
    String worker = WORKERS.get(random.nextInt(WORKERS.size()));
    switch (random.nextInt(32)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> claims.addAll(service.claim());
      case 10, 11, 12 -> register(worker);
      case 13 -> startAnew(worker);
      case 14, 15 -> service.sweep.endExpired();
      case 16, 17 -> service.people.pause(job);
      case 18, 19, 20, 21 -> service.people.resume(job);
      case 22 -> service.people.repair(job);
      default -> report(random);
    }
  }

  private void report(RandomGenerator random) {
    if (claims.isEmpty()) {
      return;
    }
    int back = Math.min(claims.size(), 1 + random.nextInt(8));
    Claim claim = claims.get(claims.size() - back);
    UUID task = claim.task().id();
    switch (random.nextInt(8)) {
      case 0 -> service.attempts.heartbeat(task, claim.attempt(), 0.5);
      case 1 -> fail(claim, FailureClass.PREEMPTED);
      case 2 -> fail(claim, FailureClass.INFRASTRUCTURE);
      case 3 -> service.attempts.takeBack(task, claim.attempt(), "busy");
      default -> succeed(claim);
    }
  }

  private void fail(Claim claim, FailureClass failureClass) {
    service.attempts.fail(
        claim.task().id(), claim.attempt(), new TaskFailure(failureClass, "made up"));
  }

  private void succeed(Claim claim) {
    UUID task = claim.task().id();
    service.attempts.succeed(task, claim.attempt(), result(claim));
    taken.computeIfAbsent(task, any -> new ConcurrentSkipListSet<>()).add(claim.attempt());
  }

  /** Another one for each attempt, so that it shows whose was taken. */
  private TaskResult result(Claim claim) {
    if (claim.task().work().kind() == TaskKind.EVALUATE) {
      return new SubnetMeasured(256, 250, claim.attempt(), Set.of(), MadeUp.DATASET_DIGEST, "test");
    }
    String text = claim.task().id() + " " + claim.attempt();
    String supernet = MadeUp.sha256(text.getBytes(StandardCharsets.UTF_8));
    service.upload(supernet);
    return new SupernetTrained(supernet, MadeUp.DATASET_DIGEST);
  }

  private void startAnew(String worker) {
    incarnations.put(worker, UUID.randomUUID());
    register(worker);
  }

  private void register(String worker) {
    service.workers.register(
        worker,
        new WorkerRegistration(
            URI.create("http://localhost:9"),
            incarnations.getOrDefault(worker, new UUID(0, 0)),
            EnumSet.allOf(TaskKind.class),
            "cpu",
            1L << 30,
            "test",
            "test",
            "a machine",
            null));
  }

  /** What a snapshot of the tables shows that is never right. */
  List<String> wrong() {
    return service
        .sql
        .sql(FencingInvariants.WRONG)
        .param("jobs", jobs.stream().map(UUID::toString).toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** All workers are well again, and both jobs come to their end. */
  void heal() {
    for (int round = 0; !holds("bool_and(state = 'SUCCEEDED') from search_job"); round++) {
      assertThat(round).as("rounds").isLessThan(MOST_ROUNDS);
      jobs.forEach(this::resume);
      service.pass(5 * QuietService.LEASE);
      service.sweep.endExpired();
      WORKERS.forEach(this::startAnew);
      for (List<Claim> some = service.claim(); !some.isEmpty(); some = service.claim()) {
        some.forEach(this::succeed);
      }
    }
    assertThat(wrong()).isEmpty();
  }

  private void resume(UUID job) {
    try {
      service.people.resume(job);
    } catch (NotPaused goesOn) {
      // nothing to do
    }
  }

  /** What was taken is what the tables say, and each task has one result. */
  void checkThatEachWasDoneOnce() {
    assertThat(holds("bool_and(state = 'SUCCEEDED') from task")).isTrue();
    assertThat(
            holds("count(*) = (select count(*) from task) from attempt where state = 'SUCCEEDED'"))
        .isTrue();
    taken.forEach(
        (task, attempts) -> {
          assertThat(attempts).as("attempts taken of " + task).hasSize(1);
          assertThat(
                  number("select number from attempt where state = 'SUCCEEDED' and task = ?", task))
              .isEqualTo(attempts.iterator().next());
        });
    assertThat(taken).hasSize(number("select count(*) from task"));
    assertThat(
            holds(
                """
                count(*) = (select count(*) from measurement) from task t
                  join search_job j on j.id = t.job
                  join attempt a on a.task = t.id and a.state = 'SUCCEEDED'
                  join measurement m on m.supernet = j.supernet and m.genotype = t.subject
                    and m.adversarial_correct = a.number
                """))
        .as("each measurement is that of the attempt that was taken")
        .isTrue();
  }

  private boolean holds(String condition) {
    return service.sql.sql("select " + condition).query(Boolean.class).single();
  }

  private int number(String query, Object... parameters) {
    return service.sql.sql(query).params(parameters).query(Integer.class).single();
  }
}
