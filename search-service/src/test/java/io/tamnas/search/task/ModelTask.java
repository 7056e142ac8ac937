package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as the model knows it. */
final class ModelTask {

  final UUID id;
  final ModelJob job;
  final TaskKind kind;
  final String subject;
  final long number;
  State state = State.READY;
  long notBefore;
  int failures;
  int lost;

  /** How often a result was accepted that was not a repetition. */
  int accepted;

  /** The step of the last one, or less than 0. */
  long checkpoint = -1;

  @Nullable String failedOn;
  final Set<String> failedWorkers = new TreeSet<>();
  final List<ModelAttempt> attempts = new ArrayList<>();

  enum State {
    READY,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  ModelTask(UUID id, ModelJob job, TaskKind kind, String subject, long number, long now) {
    this.id = id;
    this.job = job;
    this.kind = kind;
    this.subject = subject;
    this.number = number;
    this.notBefore = now;
  }

  boolean isOpen() {
    return state == State.READY || state == State.RUNNING;
  }

  Optional<ModelAttempt> running() {
    return attempts.stream().filter(attempt -> attempt.end == ModelAttempt.End.NONE).findFirst();
  }
}
