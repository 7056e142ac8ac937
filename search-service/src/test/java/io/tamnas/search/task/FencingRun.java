package io.tamnas.search.task;

import static io.tamnas.search.task.QuietService.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.search.job.AlreadyEnded;
import io.tamnas.search.job.IllegalTransition;
import io.tamnas.search.job.NotPaused;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.task.FencingModel.Attempt;
import io.tamnas.search.task.FencingModel.End;
import io.tamnas.search.task.FencingModel.Job;
import io.tamnas.search.task.FencingModel.Pair;
import io.tamnas.search.task.FencingModel.Paused;
import io.tamnas.search.task.FencingModel.Task;
import io.tamnas.search.task.FencingModel.Verdict;
import io.tamnas.search.task.FencingModel.Worker;
import io.tamnas.worker.lease.LeaseWatch;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One random interleaving of what people, operators, workers, the network and the sweeps do, beside
 * the model: whatever the service answers, and whatever its tables say after each step, must be what
 * the model says.
 */
final class FencingRun {

  private static final int STEPS = 30;
  private static final int MOST_ROUNDS = 100;
  private static final String JOB =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"}, "seed": %d,
       "search": {"population": 4, "generations": 1, "baseline": "none"}, "evaluation": {"images": 256}}
      """;

  private final QuietService service;
  private final RandomGenerator random;
  private final long seed;
  private final FencingModel model = new FencingModel();
  private final FencingTables tables;
  private final Map<Attempt, LeaseWatch> granted = new LinkedHashMap<>();
  private final Map<Worker, WornClock> clocks = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();

  FencingRun(QuietService service, RandomGenerator random, long seed) {
    this.service = service;
    this.random = random;
    this.seed = seed;
    this.tables = new FencingTables(service.sql, model);
  }

  /** A worker's clock, which runs too fast or too slow. */
  private static final class WornClock extends Clock {
    private final double rate;
    private Instant now = Instant.EPOCH;

    WornClock(double rate) {
      this.rate = rate;
    }

    void pass(long seconds) {
      now = now.plusMillis(Math.round(seconds * 1000 * rate));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Runs it, and then lets everything heal and come to its end. */
  void run() {
    try {
      begin();
      for (int i = 0; i < STEPS; i++) {
        step();
        check();
      }
      heal();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dfencing.seed=%d -Dfencing.interleavings=1 shows it again:%n%s"
              .formatted(seed, String.join("\n", log)),
          e);
    }
  }

  private void begin() {
    addWorker("w1", EnumSet.allOf(TaskKind.class));
    addWorker("w2", EnumSet.of(TaskKind.EVALUATE));
    addWorker("w3", EnumSet.allOf(TaskKind.class));
    submit();
    if (random.nextBoolean()) {
      submit();
    }
    check();
  }

  private void addWorker(String id, Set<TaskKind> kinds) {
    Worker worker = new Worker(id, kinds, UUID.randomUUID());
    model.workers.put(id, worker);
    clocks.put(worker, new WornClock(List.of(0.5, 1.0, 1.5).get(random.nextInt(3))));
    register(worker, UUID.randomUUID());
  }

  private void submit() {
    UUID id =
        service.people.submit(JOB.formatted(seed), Scheduling.USUAL);
    model.jobs.put(id, new Job(id, model.jobs.size()));
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> dispatch();
      case 6, 7, 8, 9, 10, 11 -> report();
      case 12, 13 -> pass(List.of(100L, 300L, LEASE).get(random.nextInt(3)));
      case 14 -> sweep();
      case 15 -> register(anyWorker(), Optional.empty());
      case 16 -> direct(anyWorker());
      case 17, 18 -> person(anyJob());
      default -> register(anyWorker(), UUID.randomUUID());
    }
  }

  private Worker anyWorker() {
    return List.copyOf(model.workers.values()).get(random.nextInt(model.workers.size()));
  }

  private Job anyJob() {
    return List.copyOf(model.jobs.values()).get(random.nextInt(model.jobs.size()));
  }

  private void register(Worker worker, Optional<UUID> fresh) {
    register(worker, fresh.orElse(worker.incarnation));
  }

  /** As itself, or as a new incarnation. */
  private void register(Worker worker, UUID incarnation) {
    Optional<Attempt> inHand =
        Optional.ofNullable(worker.inHand)
            .filter(attempt -> granted.containsKey(attempt))
            .filter(attempt -> attempt.incarnation.equals(incarnation));
    log.add("%s registers, %s".formatted(worker.id, inHand));
    Directive directive =
        service.workers.register(
            worker.id,
            new WorkerRegistration(
                URI.create("http://localhost:9"),
                incarnation,
                worker.kinds,
                "cpu",
                1L << 30,
                "test",
                "test",
                "a machine",
                inHand
                    .map(attempt -> new AttemptReference(attempt.task.id, attempt.number))
                    .orElse(null)));
    model.register(worker, incarnation, inHand.isPresent());
    assertThat(directive).isEqualTo(worker.draining ? Directive.DRAIN : Directive.WORK);
  }

  private boolean dispatch() {
    Optional<Pair> expected = model.next();
    Optional<Claim> claim = service.claims.next();
    log.add("dispatch: " + expected.map(pair -> pair.task().number + " to " + pair.worker().id));
    assertThat(claim.map(claimed -> claimed.task().id()))
        .isEqualTo(expected.map(pair -> pair.task().id));
    assertThat(claim.map(Claim::worker)).isEqualTo(expected.map(pair -> pair.worker().id));
    expected.ifPresent(pair -> deliver(claim.orElseThrow(), model.open(pair)));
    return expected.isPresent();
  }

  private void deliver(Claim claim, Attempt attempt) {
    assertThat(claim.attempt()).isEqualTo(attempt.number);
    assertThat(claim.incarnation()).isEqualTo(attempt.incarnation);
    long checkpoint = Optional.ofNullable(claim.checkpoint()).map(CheckpointReport::step).orElse(-1L);
    assertThat(checkpoint).isEqualTo(attempt.task.checkpoint);
    switch (random.nextInt(16)) {
      case 0 -> log.add("the delivery is lost");
      case 1 -> {
        log.add("the worker is busy");
        service.workers.leaveAlone(claim.worker(), claim.incarnation(), 100);
        service.attempts.takeBack(claim.task().id(), claim.attempt(), "busy");
        attempt.worker.unavailableUntil = model.now + 100;
        model.takeBack(attempt);
      }
      case 2 -> {
        log.add("the worker cannot be reached");
        service.workers.shun(claim.worker(), claim.incarnation());
        service.attempts.lose(claim.task().id(), claim.attempt(), "unreachable");
        attempt.worker.shunned = model.now;
        model.lose(attempt);
      }
      default ->
          granted.put(
              attempt,
              new LeaseWatch(clockOf(attempt), Duration.ofSeconds(LEASE)));
    }
  }

  private WornClock clockOf(Attempt attempt) {
    return Objects.requireNonNull(clocks.get(attempt.worker));
  }

  /** A worker reports, or a message comes late, twice, or from a worker that is gone. */
  private void report() {
    List<Attempt> known = List.copyOf(granted.keySet());
    if (known.isEmpty()) {
      return;
    }
    List<Attempt> open = known.stream().filter(attempt -> attempt.end == End.NONE).toList();
    boolean honest = !open.isEmpty() && random.nextInt(10) < 7;
    List<Attempt> choice = honest ? open : known;
    Attempt attempt = choice.get(random.nextInt(choice.size()));
    LeaseWatch lease = Objects.requireNonNull(granted.get(attempt));
    if (honest && lease.hasExpired() && random.nextInt(10) < 7) {
      log.add(attempt + " thinks that it is lost");
      return;
    }
    switch (random.nextInt(10)) {
      case 0, 1 -> heartbeat(attempt, lease);
      case 2 -> checkpoint(attempt);
      case 3 -> fail(attempt, FailureClass.PREEMPTED);
      case 4, 5 -> fail(attempt, FailureClass.INFRASTRUCTURE);
      case 6 -> fail(attempt, failureOf(attempt));
      default -> succeed(attempt);
    }
  }

  private static FailureClass failureOf(Attempt attempt) {
    return attempt.task.kind == TaskKind.EVALUATE
        ? FailureClass.OUT_OF_MEMORY
        : FailureClass.INFRASTRUCTURE;
  }

  private void heartbeat(Attempt attempt, LeaseWatch lease) {
    Instant sent = clockOf(attempt).instant();
    boolean owns = model.owns(attempt);
    log.add("heartbeat of " + attempt);
    assertThat(service.attempts.heartbeat(attempt.task.id, attempt.number, 0.5))
        .isEqualTo(model.heartbeat(attempt));
    if (owns) {
      lease.renewed(sent);
    }
  }

  private void checkpoint(Attempt attempt) {
    long step = random.nextInt(100);
    CheckpointReport report = new CheckpointReport(digest("checkpoint " + step), step);
    service.upload(report.artifact());
    log.add("checkpoint %d of %s".formatted(step, attempt));
    assertThat(verdict(() -> service.attempts.checkpoint(attempt.task.id, attempt.number, report)))
        .isEqualTo(model.checkpoint(attempt, step));
  }

  private void fail(Attempt attempt, FailureClass failureClass) {
    TaskFailure failure = new TaskFailure(failureClass, "made up");
    log.add("%s fails: %s".formatted(attempt, failureClass));
    Verdict expected = model.fail(attempt, failureClass, failure);
    assertThat(verdict(() -> service.attempts.fail(attempt.task.id, attempt.number, failure)))
        .isEqualTo(expected == Verdict.REPEATED ? Verdict.ACCEPTED : expected);
  }

  private void succeed(Attempt attempt) {
    TaskResult result = result(attempt);
    log.add(attempt + " succeeds");
    Verdict expected = model.succeed(attempt, result);
    if (expected == Verdict.ACCEPTED) {
      record(attempt, result);
    }
    assertThat(verdict(() -> service.attempts.succeed(attempt.task.id, attempt.number, result)))
        .isEqualTo(expected == Verdict.REPEATED ? Verdict.ACCEPTED : expected);
  }

  /** Another one for each attempt, so that it shows whose was taken; now and then a second one. */
  private TaskResult result(Attempt attempt) {
    int variant = 2 * attempt.number + (random.nextInt(8) == 0 ? 1 : 0);
    if (attempt.task.kind == TaskKind.EVALUATE) {
      return new SubnetMeasured(256, 250, variant, Set.of(), MadeUp.DATASET_DIGEST, "test");
    }
    String supernet = digest(attempt.task.job.id + " " + variant);
    service.upload(supernet);
    return new SupernetTrained(supernet, MadeUp.DATASET_DIGEST);
  }

  private static void record(Attempt attempt, TaskResult result) {
    Job job = attempt.task.job;
    if (result instanceof SubnetMeasured measured) {
      job.measured.put(attempt.task.subject, measured.adversarialCorrect());
    } else if (result instanceof SupernetTrained trained) {
      job.supernet = trained.artifact();
    }
  }

  private static String digest(String text) {
    return MadeUp.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Verdict verdict(Runnable call) {
    try {
      call.run();
      return Verdict.ACCEPTED;
    } catch (StaleAttempt stale) {
      return Verdict.STALE;
    } catch (ConflictingResult conflicting) {
      return Verdict.CONFLICTING;
    }
  }

  private void pass(long seconds) {
    log.add("%d s pass".formatted(seconds));
    service.pass(seconds);
    model.now += seconds;
    clocks.values().forEach(clock -> clock.pass(seconds));
    for (Worker worker : model.workers.values()) {
      if (random.nextInt(4) > 0) {
        register(worker, worker.incarnation);
      }
    }
  }

  private void sweep() {
    log.add("sweep");
    service.sweep.endExpired();
    model.sweep();
    model.jobs.values().stream().filter(Job::isOpen).forEach(job -> service.people.repair(job.id));
  }

  private void direct(Worker worker) {
    Directive directive = worker.draining ? Directive.WORK : Directive.DRAIN;
    log.add(worker.id + " shall " + directive);
    worker.draining = !worker.draining;
    service.workers.direct(worker.id, directive);
  }

  private void person(Job job) {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> pause(job);
      case 3, 4, 5, 6 -> resume(job);
      case 7 -> {
        job.priority = random.nextInt(3);
        job.most = random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(2)) : OptionalInt.empty();
        service.people.schedule(job.id, new Scheduling(job.priority, job.most));
      }
      default -> {
        if (random.nextInt(3) == 0) {
          cancel(job);
        }
      }
    }
  }

  private void pause(Job job) {
    log.add("pause job " + job.age);
    if (job.isOpen()) {
      service.people.pause(job.id);
      model.pause(job);
    } else {
      assertRefused(IllegalTransition.class, () -> service.people.pause(job.id));
    }
  }

  private void resume(Job job) {
    log.add("resume job " + job.age);
    if (job.isOpen() && job.paused != Paused.NO) {
      service.people.resume(job.id);
      model.resume(job);
    } else {
      assertRefused(NotPaused.class, () -> service.people.resume(job.id));
    }
  }

  private void cancel(Job job) {
    log.add("cancel job " + job.age);
    if (job.isOpen()) {
      service.people.cancel(job.id);
      model.cancel(job);
    } else {
      assertRefused(AlreadyEnded.class, () -> service.people.cancel(job.id));
    }
  }

  private static void assertRefused(Class<? extends RuntimeException> refusal, Runnable call) {
    org.assertj.core.api.Assertions.assertThatExceptionOfType(refusal).isThrownBy(call::run);
  }

  /** All workers are well again, and every job that nobody has cancelled comes to its end. */
  private void heal() {
    log.add("heal");
    model.jobs.values().stream()
        .filter(job -> job.isOpen() && job.paused != Paused.NO)
        .forEach(this::resume);
    for (int round = 0; model.jobs.values().stream().anyMatch(Job::isOpen); round++) {
      assertThat(round).as("rounds").isLessThan(MOST_ROUNDS);
      pass(5 * LEASE);
      sweep();
      model.workers.values().forEach(worker -> register(worker, UUID.randomUUID()));
      check();
      boolean more = true;
      while (more) {
        more = dispatch();
        model.tasks.values().stream()
            .flatMap(task -> task.running().stream())
            .filter(granted::containsKey)
            .toList()
            .forEach(this::succeed);
        check();
      }
      model.jobs.values().stream()
          .filter(job -> job.isOpen() && job.paused != Paused.NO)
          .forEach(this::resume);
    }
    for (Task task : model.tasks.values()) {
      if (!task.job.cancelled) {
        assertThat(task.accepted).as("times that " + task.subject + " was done").isEqualTo(1);
      }
    }
  }

  private void check() {
    tables.check();
  }
}
