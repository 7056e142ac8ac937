package io.tamnas.search.task;

import static io.tamnas.search.task.QuietService.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.task.FencingModel.Verdict;
import io.tamnas.search.task.ModelAttempt.End;
import io.tamnas.worker.lease.LeaseWatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What workers say of the attempts that reached them: in time, late, twice, or although they have
 * lost them. Some obey their own clock, which may be wrong; some do not.
 */
final class FencingReports {

  private final QuietService service;
  private final FencingModel model;
  private final RandomGenerator random;
  private final Consumer<String> log;
  private final Map<ModelAttempt, Held> held = new LinkedHashMap<>();
  private int observed;

  FencingReports(
      QuietService service, FencingModel model, RandomGenerator random, Consumer<String> log) {
    this.service = service;
    this.model = model;
    this.random = random;
    this.log = log;
  }

  /** What a worker knows of an attempt: its own clock, and until when by it the lease runs. */
  private record Held(WornClock clock, LeaseWatch lease) {}

  /** The attempt has reached its worker; a sick one fails at once, most times. */
  void grant(ModelAttempt attempt, WornClock clock) {
    held.put(attempt, new Held(clock, new LeaseWatch(clock, Duration.ofSeconds(LEASE))));
    if (attempt.worker.sick && random.nextInt(10) < 8) {
      fail(attempt, FailureClass.INFRASTRUCTURE);
    }
  }

  /** Whether the attempt has ever reached its worker. */
  boolean knows(ModelAttempt attempt) {
    return held.containsKey(attempt);
  }

  /** The last attempt that reached this worker. */
  Optional<ModelAttempt> last(ModelWorker worker) {
    return held.keySet().stream()
        .filter(attempt -> attempt.worker == worker)
        .reduce((earlier, later) -> later);
  }

  /** One of them, where any attempt has reached a worker. */
  void any() {
    List<ModelAttempt> known = List.copyOf(held.keySet());
    if (known.isEmpty()) {
      return;
    }
    List<ModelAttempt> open = known.stream().filter(attempt -> attempt.end == End.NONE).toList();
    boolean honest = !open.isEmpty() && random.nextInt(10) < 7;
    List<ModelAttempt> choice = honest ? open : known;
    ModelAttempt attempt = choice.get(random.nextInt(choice.size()));
    if (honest && of(attempt).lease().hasExpired() && random.nextInt(10) < 7) {
      log.accept(attempt + " thinks that it is lost");
      return;
    }
    switch (random.nextInt(24)) {
      case 0, 1, 2, 3, 4 -> heartbeat(attempt);
      case 5, 6 -> checkpoint(attempt);
      case 7, 8 -> metrics(attempt);
      case 9, 10 -> fail(attempt, FailureClass.PREEMPTED);
      case 11, 12, 13, 14 -> fail(attempt, FailureClass.INFRASTRUCTURE);
      case 15, 16 -> fail(attempt, mendable(attempt));
      case 17 -> fail(attempt, hopeless());
      default -> succeed(attempt);
    }
  }

  private Held of(ModelAttempt attempt) {
    return Objects.requireNonNull(held.get(attempt));
  }

  private static FailureClass mendable(ModelAttempt attempt) {
    return attempt.task.kind.hasCheckpoints()
        ? FailureClass.INFRASTRUCTURE
        : FailureClass.OUT_OF_MEMORY;
  }

  /** Rarely, since the job ends with it. */
  private FailureClass hopeless() {
    return switch (random.nextInt(8)) {
      case 0 -> FailureClass.INVALID;
      case 1 -> FailureClass.DIVERGED;
      default -> FailureClass.PREEMPTED;
    };
  }

  private void heartbeat(ModelAttempt attempt) {
    Instant sent = of(attempt).clock().instant();
    boolean owns = model.owns(attempt);
    log.accept("heartbeat of " + attempt);
    assertThat(service.attempts.heartbeat(attempt.task.id, attempt.number, 0.5))
        .isEqualTo(model.heartbeat(attempt));
    if (owns) {
      of(attempt).lease().renewed(sent);
    }
  }

  private void checkpoint(ModelAttempt attempt) {
    long step = random.nextInt(100);
    CheckpointReport report = new CheckpointReport(digest("checkpoint " + step), step);
    service.upload(report.artifact());
    log.accept("checkpoint %d of %s".formatted(step, attempt));
    assertThat(verdict(() -> service.attempts.checkpoint(attempt.task.id, attempt.number, report)))
        .isEqualTo(model.checkpoint(attempt, step));
  }

  private void metrics(ModelAttempt attempt) {
    int number = 1 + random.nextInt(3);
    observed++;
    MetricBatch batch =
        new MetricBatch(
            number, List.of(new MetricBatch.Metric("trainingLoss", number, (double) observed)));
    log.accept("batch %d of %s".formatted(number, attempt));
    assertThat(verdict(() -> service.metrics.add(attempt.task.id, attempt.number, batch)))
        .isEqualTo(model.metrics(attempt, number, observed));
  }

  private void fail(ModelAttempt attempt, FailureClass failureClass) {
    TaskFailure failure = new TaskFailure(failureClass, "made up");
    log.accept("%s fails: %s".formatted(attempt, failureClass));
    Verdict expected = model.fail(attempt, failureClass, failure);
    assertThat(verdict(() -> service.attempts.fail(attempt.task.id, attempt.number, failure)))
        .isEqualTo(answer(expected));
  }

  void succeed(ModelAttempt attempt) {
    TaskResult result = result(attempt);
    log.accept(attempt + " succeeds");
    Verdict expected = model.succeed(attempt, result);
    if (expected == Verdict.ACCEPTED) {
      keep(attempt, result);
    }
    assertThat(verdict(() -> service.attempts.succeed(attempt.task.id, attempt.number, result)))
        .isEqualTo(answer(expected));
  }

  /** Who repeats a report hears what he heard first, or would have heard. */
  private static Verdict answer(Verdict expected) {
    return expected == Verdict.REPEATED ? Verdict.ACCEPTED : expected;
  }

  /** Another one for each attempt, so that it shows whose was taken; now and then a second one. */
  private TaskResult result(ModelAttempt attempt) {
    int variant = 2 * attempt.number + (random.nextInt(8) == 0 ? 1 : 0);
    if (attempt.task.kind == TaskKind.EVALUATE) {
      return new SubnetMeasured(256, 250, variant, Set.of(), MadeUp.DATASET_DIGEST, "test");
    }
    String supernet = digest(attempt.task.job.id + " " + variant);
    service.upload(supernet);
    return new SupernetTrained(supernet, MadeUp.DATASET_DIGEST);
  }

  private static void keep(ModelAttempt attempt, TaskResult result) {
    ModelJob job = attempt.task.job;
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
}
