package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.search.support.MadeUp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** What workers say of the last attempts that were given out in a race. Safe for threads. */
final class RaceReports {

  private static final int LAST = 12;

  private final QuietService service;
  private final List<Claim> claims = new CopyOnWriteArrayList<>();

  /** By task, the attempts whose result was taken. */
  private final Map<UUID, Set<Integer>> taken = new ConcurrentHashMap<>();

  RaceReports(QuietService service) {
    this.service = service;
  }

  /** These are on their way to their workers. */
  void given(List<Claim> some) {
    some.forEach(claim -> service.start(claim.task()));
    claims.addAll(some);
  }

  /** By task, the attempts whose result was taken. */
  Map<UUID, Set<Integer>> taken() {
    return taken;
  }

  /** One of them, where anything was given out. */
  void any(RandomGenerator random) {
    List<Claim> last = last();
    if (last.isEmpty()) {
      return;
    }
    Claim claim = last.get(random.nextInt(last.size()));
    switch (random.nextInt(16)) {
      case 0 -> heartbeat(claim);
      case 1, 2, 3 -> heartbeats(last);
      case 4 -> checkpoint(claim, random.nextInt(100));
      case 5 -> metrics(claim, 1 + random.nextInt(3));
      case 6 -> fail(claim, FailureClass.PREEMPTED);
      case 7, 8 -> fail(claim, failure(random));
      case 9 -> takeBack(claim);
      default -> succeed(claim);
    }
  }

  private List<Claim> last() {
    List<Claim> all = List.copyOf(claims);
    return all.subList(Math.max(0, all.size() - LAST), all.size());
  }

  private void heartbeat(Claim claim) {
    service.attempts.heartbeat(claim.task().id(), claim.attempt(), 0.5);
  }

  /** All at once, so that several leases are renewed by one statement. */
  private void heartbeats(List<Claim> last) {
    AtOnce.run(last.stream().<Runnable>map(claim -> () -> heartbeat(claim)).toList());
  }

  private void checkpoint(Claim claim, long step) {
    CheckpointReport report = new CheckpointReport(digest("checkpoint " + step), step);
    service.upload(report.artifact());
    service.attempts.checkpoint(claim.task().id(), claim.attempt(), report);
  }

  private void metrics(Claim claim, int number) {
    List<MetricBatch.Metric> metrics = List.of(new MetricBatch.Metric("trainingLoss", 1, 0.5));
    service.metrics.add(claim.task().id(), claim.attempt(), new MetricBatch(number, metrics));
  }

  /** Seldom one that ends the job. */
  private static FailureClass failure(RandomGenerator random) {
    return switch (random.nextInt(24)) {
      case 0 -> FailureClass.INVALID;
      case 1 -> FailureClass.DIVERGED;
      case 2 -> FailureClass.OUT_OF_MEMORY;
      default -> FailureClass.INFRASTRUCTURE;
    };
  }

  private void fail(Claim claim, FailureClass failureClass) {
    service.attempts.fail(
        claim.task().id(), claim.attempt(), new TaskFailure(failureClass, "made up"));
  }

  private void takeBack(Claim claim) {
    service.workers.leaveAlone(claim.worker(), claim.incarnation(), QuietService.PAUSE);
    service.attempts.takeBack(claim.task().id(), claim.attempt(), "busy");
  }

  void succeed(Claim claim) {
    UUID task = claim.task().id();
    service.attempts.succeed(task, claim.attempt(), result(claim));
    taken.computeIfAbsent(task, any -> new ConcurrentSkipListSet<>()).add(claim.attempt());
  }

  /** Another one for each attempt, so that it shows whose was taken. */
  private TaskResult result(Claim claim) {
    if (claim.task().work().kind() == TaskKind.EVALUATE) {
      return new SubnetMeasured(256, 250, claim.attempt(), Set.of(), MadeUp.DATASET_DIGEST, "test");
    }
    String supernet = digest(claim.task().id() + " " + claim.attempt());
    service.upload(supernet);
    return new SupernetTrained(supernet, MadeUp.DATASET_DIGEST);
  }

  private static String digest(String text) {
    return MadeUp.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
