package io.tamnas.search.task;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes results of many jobs in one transaction, under their locks: what a single one would hold
 * them for is much the same as what many do. What is due thereafter, such as the next generation,
 * takes longer, and is done apart.
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
   * What became of a result.
   *
   * @param ended whether it was the one that ended its task
   * @param due whether its job is to be advanced
   */
  record Taken(boolean ended, boolean due) {}

  /**
   * Ends the attempts and their tasks; the same result again changes nothing.
   *
   * @throws StaleAttempt where an attempt does not own its task
   * @throws ConflictingResult where one ended otherwise before
   * @throws UnusableResult where a result cannot be its task's
   */
  @Transactional
  public List<Taken> take(List<ResultReport> reports) {
    owner.lock(reports.stream().map(report -> report.task().job()).collect(Collectors.toSet()));
    Map<UUID, ResultReport> first = new LinkedHashMap<>();
    reports.forEach(report -> first.putIfAbsent(report.task().id(), report));
    Set<UUID> ended = attempts.succeed(List.copyOf(first.values()));
    first.keySet().retainAll(ended);
    Set<UUID> due = owner.succeeded(first.values().stream().map(Results::done).toList());
    tasks.close(ended, "SUCCEEDED");
    first.values().forEach(this::tell);
    reports.stream()
        .filter(report -> !report.equals(first.get(report.task().id())))
        .forEach(this::requireSame);
    events.publishEvent(new WorkAvailable());
    Set<UUID> untold = new HashSet<>(first.keySet());
    return reports.stream()
        .map(one -> new Taken(untold.remove(one.task().id()), due.contains(one.task().job())))
        .toList();
  }

  /**
   * Does what is due after results of the job, and lets claims look again: they have passed over
   * what the job has ready, if it has limits, while it was locked.
   */
  @Transactional
  public void advance(UUID job) {
    owner.advance(job);
    events.publishEvent(new WorkAvailable());
  }

  private static TaskOwner.Done done(ResultReport report) {
    return new TaskOwner.Done(report.task(), report.result());
  }

  private void tell(ResultReport report) {
    events.publishEvent(new TaskEvent.Succeeded(report.task().work().kind()));
  }

  private void requireSame(ResultReport report) {
    UUID task = report.task().id();
    AttemptRows.Outcome outcome = attempts.reported(task, report.attempt());
    if (!report.text().equals(outcome.result())) {
      throw new ConflictingResult(task, report.attempt());
    }
  }
}
