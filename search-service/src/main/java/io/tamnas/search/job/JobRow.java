package io.tamnas.search.job;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.trace.LogScope;
import io.tamnas.search.trace.TraceParent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Persistable;

/** A job as it is stored. Its verbs are the only way from one state to another. */
@Entity
@Table(name = "search_job")
class JobRow implements Persistable<UUID> {

  private static final Logger log = LoggerFactory.getLogger(JobRow.class);

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  @Nullable Long number;

  String name;

  @Enumerated(EnumType.STRING)
  JobState state;

  @Enumerated(EnumType.STRING)
  @Nullable JobState resumeState;

  String specification;
  String specificationDigest;
  long seed;
  int population;
  int generations;
  @Nullable String idempotencyKey;
  @Nullable String requestDigest;
  @Nullable String supernet;
  @Nullable String datasetDigest;
  @Nullable Integer generation;

  /** Under what latencies are measured; absent where the job measures none. */
  @Nullable String latencyProtocol;

  /** Where alone they are measured; absent until it is given, or the first worker has measured. */
  @Nullable String latencyMachine;

  /** That of the space's largest subnet, of the table of latencies. */
  @Nullable Long referenceLatency;

  @Enumerated(EnumType.STRING)
  @Nullable FailureClass failureClass;

  @Nullable String failureReason;

  @Enumerated(EnumType.STRING)
  @Nullable PauseCause pausedBy;

  int priority;
  @Nullable Integer maximumTasks;
  long revision;
  @Nullable UUID origin;
  @Nullable Integer originGeneration;

  /** Of the request that it came by, in the form of W3C Trace Context; absent where it had none. */
  @Nullable String traceParent;

  Instant createdAt;
  @Nullable Instant startedAt;
  @Nullable Instant phaseStartedAt;
  @Nullable Instant endedAt;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected JobRow() {}

  JobRow(UUID id, SearchJobSpecification specification, Instant now) {
    this.id = id;
    this.name = specification.name();
    this.state = JobState.QUEUED;
    this.specification = specification.canonicalJson();
    this.specificationDigest = specification.digest();
    this.seed = specification.seed();
    this.population = specification.search().population();
    this.generations = specification.search().generations();
    this.createdAt = now;
    specification
        .origin()
        .ifPresent(
            from -> {
              this.origin = from.job();
              this.originGeneration = from.generation();
            });
    this.traceParent = TraceParent.current().map(TraceParent::text).orElse(null);
  }

  @Override
  public UUID getId() {
    return id;
  }

  /** Whether it is not stored yet: the database numbers what it stores. */
  @Override
  public boolean isNew() {
    return number == null;
  }

  /** A paused job does so once it is resumed. */
  void startTraining(Instant now) {
    if (state == JobState.PAUSED) {
      resumeState = JobState.TRAINING_SUPERNET;
    } else {
      become(JobState.TRAINING_SUPERNET);
    }
    startedAt = startedAt == null ? now : startedAt;
    phaseStartedAt = now;
  }

  /** A paused job does so once it is resumed. */
  void startSearching(String supernetArtifact, String digest, Instant now) {
    if (state == JobState.PAUSED) {
      resumeState = JobState.SEARCHING;
    } else {
      become(JobState.SEARCHING);
    }
    supernet = supernetArtifact;
    datasetDigest = digest;
    startedAt = startedAt == null ? now : startedAt;
    phaseStartedAt = now;
  }

  void startFinalizing(Instant now) {
    become(JobState.FINALIZING);
    phaseStartedAt = now;
  }

  void succeed(Instant now) {
    become(JobState.SUCCEEDED);
    endedAt = now;
  }

  void fail(FailureClass why, String reason, Instant now) {
    become(JobState.FAILED);
    note(why, reason);
    endedAt = now;
  }

  void cancel(Instant now) {
    become(JobState.CANCELLED);
    endedAt = now;
  }

  void pause(FailureClass why, String reason) {
    rest(PauseCause.FAILURE);
    note(why, reason);
  }

  /** Rests because a person wants it to; a failure that it was paused for stays noted. */
  void hold() {
    if (state == JobState.PAUSED) {
      pausedBy = PauseCause.USER;
      revision++;
    } else {
      rest(PauseCause.USER);
    }
  }

  private void rest(PauseCause cause) {
    JobState before = state;
    become(JobState.PAUSED);
    resumeState = before;
    pausedBy = cause;
  }

  void resume() {
    if (resumeState == null) {
      throw new NotPaused(id, state);
    }
    become(resumeState);
    failureClass = null;
    failureReason = null;
  }

  Scheduling scheduling() {
    return new Scheduling(
        priority, maximumTasks == null ? OptionalInt.empty() : OptionalInt.of(maximumTasks));
  }

  void schedule(Scheduling wanted) {
    if (!wanted.equals(scheduling())) {
      priority = wanted.priority();
      maximumTasks = wanted.maximumTasks().isPresent() ? wanted.maximumTasks().getAsInt() : null;
      revision++;
    }
  }

  /** Whether it is in that state, or will be once it is resumed. */
  boolean isOrWillBe(JobState wanted) {
    return state == wanted || resumeState == wanted;
  }

  /** As the rest of the service may see it. */
  Job read(SearchJobSpecification written) {
    return new Job(id, state, written, supernet, datasetDigest);
  }

  private void become(JobState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalTransition(id, state, next);
    }
    try (LogScope _ = LogScope.ofJob(id)) {
      log.info("job {} is {}, was {}", id, next, state);
    }
    state = next;
    resumeState = null;
    pausedBy = null;
    revision++;
  }

  private void note(FailureClass why, String reason) {
    failureClass = why;
    failureReason = reason;
  }
}
