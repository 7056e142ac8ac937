package io.tamnas.search.task;

import static io.tamnas.search.task.QuietService.LEASE;
import static io.tamnas.search.task.QuietService.PAUSE;

import io.tamnas.protocol.task.TaskKind;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A worker as the model knows it. */
final class ModelWorker {

  static final long NEVER = Long.MIN_VALUE / 2;

  final String id;
  final Set<TaskKind> kinds;
  UUID incarnation;
  long seen = NEVER;
  long unavailableUntil;
  long shunned = NEVER;
  boolean draining;
  @Nullable ModelAttempt inHand;

  /** What it has failed since it was last trusted. */
  final Set<ModelTask> failed = new HashSet<>();

  /** Whether it fails most of what it is given, and nobody sees to it. */
  boolean sick;

  int quarantines;
  long quarantinedUntil = NEVER;

  ModelWorker(String id, Set<TaskKind> kinds, UUID incarnation) {
    this.id = id;
    this.kinds = kinds;
    this.incarnation = incarnation;
  }

  boolean isIdle(long now) {
    return inHand == null
        && !draining
        && unavailableUntil <= now
        && quarantinedUntil <= now
        && now - seen < LEASE
        && (shunned == NEVER || seen >= shunned + PAUSE);
  }

  void trust() {
    failed.clear();
    quarantines = 0;
    quarantinedUntil = NEVER;
  }
}
