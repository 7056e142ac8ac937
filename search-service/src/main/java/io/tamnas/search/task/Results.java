package io.tamnas.search.task;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes results of one job in one transaction, under the job's lock: what a single one would hold
 * it for is much the same as what many do.
 */
@Component
class Results {

  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final TaskOwner owner;
  private final ApplicationEventPublisher events;

  Results(TaskRows tasks, AttemptRows attempts, TaskOwner owner, ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.attempts = attempts;
    this.owner = owner;
    this.events = events;
  }

  /**
   * Ends the attempts and their tasks; the same result again changes nothing. Tells of each report
   * whether it was the one that did so.
   *
   * @throws StaleAttempt where an attempt does not own its task
   * @throws ConflictingResult where one ended otherwise before
   * @throws UnusableResult where a result cannot be its task's
   */
  @Transactional
  public List<Boolean> take(List<ResultReport> reports) {
    UUID job = reports.getFirst().task().job();
    owner.lock(job);
    Map<UUID, ResultReport> first = new LinkedHashMap<>();
    reports.forEach(report -> first.putIfAbsent(report.task().id(), report));
    Set<UUID> ended = attempts.succeed(List.copyOf(first.values()));
    first.keySet().retainAll(ended);
    owner.succeeded(
        job,
        first.values().stream()
            .map(report -> new TaskOwner.Done(report.task(), report.result()))
            .toList());
    tasks.close(ended, "SUCCEEDED");
    first
        .values()
        .forEach(
            report -> events.publishEvent(new TaskEvent.Succeeded(report.task().work().kind())));
    reports.stream()
        .filter(report -> !report.equals(first.get(report.task().id())))
        .forEach(this::requireSame);
    events.publishEvent(new WorkAvailable());
    Set<UUID> untold = new HashSet<>(first.keySet());
    return reports.stream().map(report -> untold.remove(report.task().id())).toList();
  }

  private void requireSame(ResultReport report) {
    UUID task = report.task().id();
    AttemptRows.Outcome outcome = attempts.reported(task, report.attempt());
    if (!report.text().equals(outcome.result())) {
      throw new ConflictingResult(task, report.attempt());
    }
  }
}
