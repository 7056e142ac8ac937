package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.worker.WorkerSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings ready tasks and idle workers together, at most one attempt per task and one task per
 * worker, whoever else claims at the same time. Task and worker are locked together, and what is
 * locked already is passed over, so a claim never waits. A worker that could not be reached gets
 * nothing until it registers after a pause; one that drains or is quarantined gets nothing either.
 * Where a job is bound to a kind of machine, whatever takes times goes to workers of that kind
 * alone. Whose turn it is, {@link ReadyTasks} says.
 */
@Component
class Claims {

  /** How many attempts are opened at once, where it can be more: enough that each costs little. */
  static final int MANY = 32;

  private final ReadyTasks ready;
  private final TaskLimits limits;
  private final IdleWorkers workers;
  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final CheckpointRows checkpoints;
  private final WorkerSettings settings;

  Claims(
      ReadyTasks ready,
      TaskLimits limits,
      IdleWorkers workers,
      TaskRows tasks,
      AttemptRows attempts,
      CheckpointRows checkpoints,
      WorkerSettings settings) {
    this.ready = ready;
    this.limits = limits;
    this.workers = workers;
    this.tasks = tasks;
    this.attempts = attempts;
    this.checkpoints = checkpoints;
    this.settings = settings;
  }

  /**
   * Opens the next attempts, so many at most; none where no task is ready or no worker is idle.
   * Where they are fewer, nothing is left that is not locked by somebody.
   */
  @Transactional
  List<Claim> next(int most) {
    List<ReadyTask> waiting = limits.keep(ready.lock(most));
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Pairing> pairings =
        Pairing.of(waiting, workers.lock(kinds(waiting), waiting.size() + 1), most);
    if (pairings.isEmpty()) {
      return List.of();
    }
    Map<UUID, Integer> numbers =
        tasks.open(pairings.stream().map(pairing -> pairing.ready().task().id()).toList());
    List<Claim> claims = pairings.stream().map(pairing -> claim(pairing, numbers)).toList();
    attempts.open(claims, settings.leaseSeconds());
    return claims;
  }

  private static Set<TaskKind> kinds(List<ReadyTask> waiting) {
    Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);
    waiting.forEach(one -> kinds.add(one.task().work().kind()));
    return kinds;
  }

  private Claim claim(Pairing pairing, Map<UUID, Integer> numbers) {
    Task task = pairing.ready().task();
    IdleWorker worker = pairing.worker();
    return new Claim(
        task,
        Objects.requireNonNull(numbers.get(task.id())),
        worker.id(),
        worker.incarnation(),
        worker.url(),
        pairing.ready().begun() ? checkpoints.usable(task.id()).orElse(null) : null);
  }
}
