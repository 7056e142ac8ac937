package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.job.AlreadyEnded;
import io.tamnas.search.job.IllegalTransition;
import io.tamnas.search.job.NotPaused;
import io.tamnas.search.specification.Scheduling;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;

/** Two jobs at a time and eight workers, to all of which several threads do things at once. */
final class FencingRace {

  private static final int MOST_ROUNDS = 50;
  private static final List<String> WORKERS =
      List.of("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8");

  private static final String OVER = "('SUCCEEDED', 'CANCELLED', 'FAILED')";

  private final QuietService service;
  private final RaceReports reports;

  /** Every job that there was. */
  private final List<UUID> jobs = new CopyOnWriteArrayList<>();

  /** The two of now. */
  private final List<UUID> current = new CopyOnWriteArrayList<>();

  private final Map<String, UUID> incarnations = new ConcurrentHashMap<>();

  /** Time passes for all rows together: while it does, nothing else happens. */
  private final ReadWriteLock time = new ReentrantReadWriteLock();

  FencingRace(QuietService service) {
    this.service = service;
    this.reports = new RaceReports(service);
  }

  /** One job may do what it can, the other, which has its supernet, two tasks at a time. */
  void begin() {
    current.add(submit(Optional.empty(), Scheduling.USUAL));
    current.add(submit(Optional.of(service.supernet()), new Scheduling(0, OptionalInt.of(2))));
    WORKERS.forEach(this::startAnew);
  }

  private UUID submit(Optional<String> supernet, Scheduling scheduling) {
    String specification = FencingJobs.specification(1 + jobs.size(), 8, 2, supernet);
    UUID job = service.people.submit(specification, scheduling);
    jobs.add(job);
    return job;
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
    } catch (StaleAttempt
        | ConflictingResult
        | NotPaused
        | AlreadyEnded
        | IllegalTransition expected) {
      // whoever was first is right
    } finally {
      lock.unlock();
    }
  }

  private void deedInTime(RandomGenerator random) {
    String worker = WORKERS.get(random.nextInt(WORKERS.size()));
    switch (random.nextInt(40)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 ->
          reports.given(service.claim(random.nextBoolean() ? 1 : WORKERS.size()));
      case 10, 11, 12, 13 -> register(worker);
      case 14 -> startAnew(worker);
      case 15 -> direct(worker, random);
      case 16, 17 -> service.sweep.endExpired();
      case 18, 19, 20, 21, 22, 23, 24 -> person(random);
      default -> reports.any(random);
    }
  }

  /** More often back to work than away from it. */
  private void direct(String worker, RandomGenerator random) {
    service.workers.direct(worker, random.nextInt(4) > 0 ? Directive.WORK : Directive.DRAIN);
  }

  private void person(RandomGenerator random) {
    int place = random.nextInt(current.size());
    UUID job = current.get(place);
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> service.people.pause(job);
      case 4, 5, 6, 7, 8, 9, 10 -> service.people.resume(job);
      case 11 -> service.people.repair(job);
      case 12 -> service.people.schedule(job, scheduling(random));
      default -> replace(place, random);
    }
  }

  private static Scheduling scheduling(RandomGenerator random) {
    return new Scheduling(
        random.nextInt(3),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(4)));
  }

  /** In the place of a job that has ended comes another; now and then one is cancelled. */
  private void replace(int place, RandomGenerator random) {
    UUID job = current.get(place);
    if (isOver(job)) {
      Optional<String> supernet =
          random.nextBoolean() ? Optional.of(service.supernet()) : Optional.empty();
      current.set(place, submit(supernet, scheduling(random)));
    } else if (random.nextInt(4) == 0) {
      service.people.cancel(job);
    }
  }

  private boolean isOver(UUID job) {
    return number("select count(*) from search_job where id = ? and state in " + OVER, job) > 0;
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
        .sql(FencingInvariants.SEEN + FencingInvariants.WRONG)
        .param("jobs", jobs.stream().map(UUID::toString).toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** All workers are well again, and all jobs come to their end. */
  void heal() {
    for (int round = 0; !holds("bool_and(state in " + OVER + ") from search_job"); round++) {
      assertThat(round).as("rounds").isLessThan(MOST_ROUNDS);
      jobs.forEach(this::resume);
      service.pass(5 * QuietService.LEASE);
      service.sweep.endExpired();
      WORKERS.forEach(this::startAnew);
      for (List<Claim> some = claim(); !some.isEmpty(); some = claim()) {
        some.forEach(reports::succeed);
      }
    }
    assertThat(wrong()).isEmpty();
  }

  private List<Claim> claim() {
    List<Claim> some = service.claim(Claims.MANY);
    reports.given(some);
    return some;
  }

  private void resume(UUID job) {
    try {
      service.people.resume(job);
    } catch (NotPaused goesOn) {
      // nothing to do
    }
  }

  /**
   * What was taken is what the tables say, and each task of a job that succeeded has one result.
   */
  void checkThatEachWasDoneOnce() {
    assertThat(
            holds(
                """
                coalesce(bool_and(t.state = 'SUCCEEDED'), true)
                from task t join search_job j on j.id = t.job where j.state = 'SUCCEEDED'
                """))
        .isTrue();
    assertThat(
            holds(
                """
                count(*) = (select count(*) from task where state = 'SUCCEEDED')
                from attempt where state = 'SUCCEEDED'
                """))
        .isTrue();
    reports
        .taken()
        .forEach(
            (task, attempts) -> {
              assertThat(attempts).as("attempts taken of " + task).hasSize(1);
              assertThat(
                      number(
                          "select number from attempt where state = 'SUCCEEDED' and task = ?",
                          task))
                  .isEqualTo(attempts.iterator().next());
            });
    assertThat(reports.taken())
        .hasSize(number("select count(*) from task where state = 'SUCCEEDED'"));
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
