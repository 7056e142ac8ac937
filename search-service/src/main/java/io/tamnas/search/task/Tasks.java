package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a job can ask for, and take back. Each call joins the transaction that changes the job. */
@Component
public class Tasks {

  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final CheckpointRows checkpoints;
  private final ApplicationEventPublisher events;

  Tasks(
      TaskRows tasks,
      AttemptRows attempts,
      CheckpointRows checkpoints,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.attempts = attempts;
    this.checkpoints = checkpoints;
    this.events = events;
  }

  /** Asks for work; asked for the same subject again, nothing is added. */
  public void add(UUID job, String subject, Work work) {
    add(job, Map.of(subject, work));
  }

  /** The same for many, by their subjects; they are begun in the order of the map. */
  public void add(UUID job, Map<String, Work> works) {
    tasks.add(job, works);
    events.publishEvent(new WorkAvailable());
  }

  /** The same for work that the job's course does not depend on, whatever the job's state. */
  public void addBeside(UUID job, String subject, Work work) {
    tasks.addBeside(job, subject, work);
    events.publishEvent(new WorkAvailable());
  }

  /** Lets ready work be looked for, such as after jobs were locked for a while. */
  public void announce() {
    events.publishEvent(new WorkAvailable());
  }

  /** Ends all the job's tasks; the workers are told. */
  public void cancel(UUID job) {
    tasks.cancel(job);
    tell(attempts.cancel(job));
  }

  /**
   * Ends the job's tasks about that subject, so that a retry of the job revives none; the workers
   * are told.
   */
  public void cancel(UUID job, String subject) {
    tasks.cancel(job, subject);
    tell(attempts.cancel(job, subject));
  }

  /** Takes back what runs of the job and leaves no checkpoints; the workers are told. */
  public void release(UUID job, String reason) {
    List<AttemptRows.Holder> holders = attempts.release(job, reason);
    holders.forEach(holder -> tasks.putBack(holder.task(), 0));
    tell(holders);
  }

  private void tell(List<AttemptRows.Holder> holders) {
    holders.forEach(
        holder ->
            events.publishEvent(
                new AttemptCancelled(holder.task(), holder.attempt(), holder.worker())));
    events.publishEvent(new WorkAvailable());
  }

  /**
   * Makes a job's ended task about that subject ready once more, unless it would fail again; tells
   * whether there was one.
   */
  public boolean revive(UUID job, String subject) {
    checkpoints.forgetLost(job);
    boolean revived = tasks.revive(job, subject);
    events.publishEvent(new WorkAvailable());
    return revived;
  }

  /**
   * Makes what the search needs and has failed ready once more. A training goes on from its last
   * checkpoint, or begins anew where that is damaged still.
   */
  public void revive(UUID job) {
    checkpoints.forgetLost(job);
    tasks.revive(job);
    events.publishEvent(new WorkAvailable());
  }

  /** The subjects of the job's tasks that have failed for good, oldest first. */
  public List<String> failures(UUID job) {
    return tasks.failures(job);
  }

  /** How far the newest attempt at the job's task of that kind is, in [0, 1]; empty before it. */
  public OptionalDouble progress(UUID job, TaskKind kind) {
    return tasks.progress(job, kind);
  }

  /** What the job's task of that kind and subject asks for. */
  public Optional<Work> work(UUID job, TaskKind kind, String subject) {
    return tasks.work(job, kind, subject);
  }

  /** Where the job's task of that kind and subject is. */
  public Optional<TaskStanding> standing(UUID job, TaskKind kind, String subject) {
    return tasks.standing(job, kind, subject);
  }

  /** Where the job's tasks beside its course are, by subject. */
  public Map<String, TaskStanding> beside(UUID job) {
    return tasks.beside(job);
  }

  /** How many of the tasks of that kind in the job's course are not at their end. */
  public int open(UUID job, TaskKind kind) {
    return tasks.open(job, kind);
  }

  /** What of the job's course is not at its end: the kinds that have such tasks, by name. */
  public List<OpenTasks> open(UUID job) {
    return tasks.open(job);
  }
}
