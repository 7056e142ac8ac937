package io.tamnas.search.task;

import static io.tamnas.search.task.QuietService.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.search.job.AlreadyEnded;
import io.tamnas.search.job.IllegalTransition;
import io.tamnas.search.job.NotPaused;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.task.FencingModel.Pair;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One random interleaving of what people, operators, workers, the network and the sweeps do, beside
 * the model: whatever the service answers, and whatever its tables say after each step, must be
 * what the model says.
 */
final class FencingRun {

  private static final int STEPS = 20;
  private static final int MOST_ROUNDS = 100;

  /** How fast the clocks of workers run. */
  private static final List<Double> RATES = List.of(0.5, 1.0, 1.5);

  private final QuietService service;
  private final RandomGenerator random;
  private final long seed;
  private final FencingModel model = new FencingModel();
  private final FencingTables tables;
  private final FencingReports reports;
  private final Map<ModelWorker, WornClock> clocks = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();

  FencingRun(QuietService service, RandomGenerator random, long seed) {
    this.service = service;
    this.random = random;
    this.seed = seed;
    this.tables = new FencingTables(service.reader(), model);
    this.reports = new FencingReports(service, model, random, log::add);
  }

  /**
   * Runs it, and then lets everything heal and come to its end; returns how often workers were
   * quarantined.
   */
  int run() {
    try {
      begin();
      for (int i = 0; i < STEPS; i++) {
        step();
        tables.check();
      }
      heal();
      return model.quarantines;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dfencing.seed=%d -Dfencing.interleavings=1 shows it again:%n%s"
              .formatted(seed, String.join("\n", log)),
          e);
    }
  }

  private void begin() {
    addWorker("w1", EnumSet.allOf(TaskKind.class));
    addWorker(
        "w2", random.nextBoolean() ? EnumSet.of(TaskKind.EVALUATE) : EnumSet.allOf(TaskKind.class));
    addWorker("w3", EnumSet.allOf(TaskKind.class));
    boolean trained = random.nextBoolean();
    submit(trained);
    if (random.nextBoolean()) {
      submit(trained);
    }
    // one training each is too little to be quarantined for
    if (trained && random.nextInt(3) > 0) {
      anyWorker().sick = true;
    }
    tables.check();
  }

  private void addWorker(String id, Set<TaskKind> kinds) {
    ModelWorker worker = new ModelWorker(id, kinds, UUID.randomUUID());
    model.workers.put(id, worker);
    clocks.put(worker, new WornClock(RATES.get(random.nextInt(RATES.size()))));
    register(worker, UUID.randomUUID());
  }

  private void submit(boolean trained) {
    Optional<String> supernet = trained ? Optional.of(service.supernet()) : Optional.empty();
    String specification = FencingJobs.specification(seed, 4, 1, supernet);
    UUID id = service.people.submit(specification, Scheduling.USUAL);
    ModelJob job = new ModelJob(id, model.jobs.size());
    job.supernet = supernet.orElse(null);
    model.jobs.put(id, job);
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> dispatch(random.nextBoolean() ? 1 : Claims.MANY);
      case 6, 7, 8, 9, 10, 11 -> reports.any();
      case 12, 13 -> pass(List.of(100L, 300L, LEASE).get(random.nextInt(3)));
      case 14 -> sweep();
      case 15 -> stay(anyWorker());
      case 16 -> seeTo(anyWorker(), this::direct);
      case 17, 18 -> person(anyJob());
      default -> seeTo(anyWorker(), worker -> register(worker, UUID.randomUUID()));
    }
  }

  /** What makes a worker trusted again is not done to a sick one. */
  private void seeTo(ModelWorker worker, Consumer<ModelWorker> deed) {
    if (worker.sick) {
      stay(worker);
    } else {
      deed.accept(worker);
    }
  }

  private ModelWorker anyWorker() {
    return List.copyOf(model.workers.values()).get(random.nextInt(model.workers.size()));
  }

  private ModelJob anyJob() {
    return List.copyOf(model.jobs.values()).get(random.nextInt(model.jobs.size()));
  }

  /** The worker says that it lives. */
  private void stay(ModelWorker worker) {
    register(worker, worker.incarnation);
  }

  /** As itself, or as a new incarnation. */
  private void register(ModelWorker worker, UUID incarnation) {
    Optional<ModelAttempt> atWork =
        atWork(worker).filter(attempt -> attempt.incarnation.equals(incarnation));
    log.add("%s registers, %s".formatted(worker.id, atWork));
    Directive directive =
        service.workers.register(worker.id, registration(worker, incarnation, atWork));
    model.register(worker, incarnation, atWork);
    assertThat(directive).isEqualTo(worker.draining ? Directive.DRAIN : Directive.WORK);
  }

  /** What it has in hand; now and then what it had before, which it has not let go yet. */
  private Optional<ModelAttempt> atWork(ModelWorker worker) {
    return random.nextInt(6) == 0
        ? reports.last(worker)
        : Optional.ofNullable(worker.inHand).filter(reports::knows);
  }

  private static WorkerRegistration registration(
      ModelWorker worker, UUID incarnation, Optional<ModelAttempt> atWork) {
    return new WorkerRegistration(
        URI.create("http://localhost:9"),
        incarnation,
        worker.kinds,
        "cpu",
        1L << 30,
        "test",
        "test",
        "a machine",
        atWork.map(attempt -> new AttemptReference(attempt.task.id, attempt.number)).orElse(null));
  }

  /** So many at most; tells whether anything was given to anybody. */
  private boolean dispatch(int most) {
    List<Claim> claims = service.claim(most);
    Map<Claim, ModelAttempt> opened = new LinkedHashMap<>();
    for (Claim claim : claims) {
      opened.put(claim, open(claim));
    }
    if (claims.size() < most) {
      log.add("nothing more is dispatched");
      assertThat(model.next()).isEmpty();
    }
    opened.forEach(this::deliver);
    return !claims.isEmpty();
  }

  private ModelAttempt open(Claim claim) {
    Optional<Pair> expected = model.next();
    log.add("dispatch: " + expected.map(pair -> pair.task().number + " to " + pair.worker().id));
    assertThat(Optional.of(claim.task().id())).isEqualTo(expected.map(pair -> pair.task().id));
    assertThat(Optional.of(claim.worker())).isEqualTo(expected.map(pair -> pair.worker().id));
    ModelAttempt attempt = model.open(expected.orElseThrow());
    assertThat(claim.attempt()).isEqualTo(attempt.number);
    assertThat(claim.incarnation()).isEqualTo(attempt.incarnation);
    assertThat(Optional.ofNullable(claim.checkpoint()).map(CheckpointReport::step).orElse(-1L))
        .isEqualTo(attempt.task.checkpoint);
    return attempt;
  }

  private void deliver(Claim claim, ModelAttempt attempt) {
    service.start(claim.task());
    switch (random.nextInt(20)) {
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
        shun(attempt);
        service.attempts.lose(claim.task().id(), claim.attempt(), "unreachable");
        model.lose(attempt);
      }
      case 3 -> {
        log.add("the worker refuses it");
        shun(attempt);
        TaskFailure refusal = new TaskFailure(FailureClass.INFRASTRUCTURE, "refused");
        service.attempts.fail(claim.task().id(), claim.attempt(), refusal);
        model.fail(attempt, FailureClass.INFRASTRUCTURE, refusal);
      }
      default -> reports.grant(attempt, Objects.requireNonNull(clocks.get(attempt.worker)));
    }
  }

  private void shun(ModelAttempt attempt) {
    service.workers.shun(attempt.worker.id, attempt.incarnation);
    attempt.worker.shunned = model.now;
  }

  private void pass(long seconds) {
    log.add("%d s pass".formatted(seconds));
    service.pass(seconds);
    model.now += seconds;
    clocks.values().forEach(clock -> clock.pass(seconds));
    for (ModelWorker worker : model.workers.values()) {
      if (random.nextInt(4) > 0) {
        stay(worker);
      }
    }
  }

  private void sweep() {
    log.add("sweep");
    service.sweep.endExpired();
    model.sweep();
    model.jobs.values().stream()
        .filter(ModelJob::isOpen)
        .forEach(job -> service.people.repair(job.id));
  }

  private void direct(ModelWorker worker) {
    Directive directive = random.nextBoolean() ? Directive.WORK : Directive.DRAIN;
    log.add(worker.id + " shall " + directive);
    service.workers.direct(worker.id, directive);
    model.direct(worker, directive == Directive.DRAIN);
  }

  private void person(ModelJob job) {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> pause(job);
      case 3, 4, 5, 6 -> resume(job);
      case 7 -> schedule(job);
      default -> {
        if (random.nextInt(3) == 0) {
          cancel(job);
        }
      }
    }
  }

  private void schedule(ModelJob job) {
    job.priority = random.nextInt(3);
    job.most = random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(2)) : OptionalInt.empty();
    log.add("job %d has priority %d, %s".formatted(job.age, job.priority, job.most));
    service.people.schedule(job.id, new Scheduling(job.priority, job.most));
  }

  private void pause(ModelJob job) {
    log.add("pause job " + job.age);
    if (job.isOpen()) {
      service.people.pause(job.id);
      model.pause(job);
    } else {
      assertRefused(IllegalTransition.class, () -> service.people.pause(job.id));
    }
  }

  private void resume(ModelJob job) {
    log.add("resume job " + job.age);
    if (job.rests()) {
      service.people.resume(job.id);
      model.resume(job);
    } else {
      assertRefused(NotPaused.class, () -> service.people.resume(job.id));
    }
  }

  private void cancel(ModelJob job) {
    log.add("cancel job " + job.age);
    if (job.isOpen()) {
      service.people.cancel(job.id);
      model.cancel(job);
    } else {
      assertRefused(AlreadyEnded.class, () -> service.people.cancel(job.id));
    }
  }

  private static void assertRefused(Class<? extends RuntimeException> refusal, Runnable call) {
    assertThatExceptionOfType(refusal).isThrownBy(call::run);
  }

  /** All workers are well again, and every job that can come to its end does. */
  private void heal() {
    log.add("heal");
    model.workers.values().forEach(worker -> worker.sick = false);
    for (int round = 0; model.jobs.values().stream().anyMatch(ModelJob::isOpen); round++) {
      assertThat(round).as("rounds").isLessThan(MOST_ROUNDS);
      model.jobs.values().stream().filter(ModelJob::rests).forEach(this::resume);
      pass(5 * LEASE);
      sweep();
      model.workers.values().forEach(worker -> register(worker, UUID.randomUUID()));
      tables.check();
      while (dispatch(Claims.MANY)) {
        running().filter(reports::knows).toList().forEach(reports::succeed);
        if (isBehind()) {
          tables.check();
        }
      }
      tables.check();
    }
    for (ModelTask task : model.tasks.values()) {
      if (task.job.end == ModelJob.End.SUCCEEDED) {
        assertThat(task.accepted).as("times that " + task.subject + " was done").isEqualTo(1);
      }
    }
  }

  /** Whether the service must have asked for more, or ended a job, since the model was told. */
  private boolean isBehind() {
    return model.jobs.values().stream()
        .filter(ModelJob::goesOn)
        .anyMatch(job -> model.of(job).stream().noneMatch(ModelTask::isOpen));
  }

  private Stream<ModelAttempt> running() {
    return model.tasks.values().stream().flatMap(task -> task.running().stream());
  }
}
