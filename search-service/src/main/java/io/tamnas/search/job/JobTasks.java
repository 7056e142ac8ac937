package io.tamnas.search.job;

import io.opentelemetry.context.Scope;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.LatencyMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.supernet.Supernet;
import io.tamnas.search.supernet.Supernets;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.TaskOwner;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.task.UnusableResult;
import io.tamnas.search.trace.JobTraces;
import io.tamnas.search.trace.LogScope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What jobs do when their tasks start and end. */
@Component
class JobTasks implements TaskOwner {

  private final JdbcClient database;
  private final JobRows jobs;
  private final Specifications specifications;
  private final Search search;
  private final Measuring measuring;
  private final Baselines baselines;
  private final Timing timing;
  private final Supernets supernets;
  private final Artifacts artifacts;
  private final Tasks tasks;
  private final TransferOwner transfers;
  private final ReevaluationOwner reevaluations;
  private final Networks networks;
  private final JobTraces traces;
  private final Clock clock;

  JobTasks(
      JdbcClient database,
      JobRows jobs,
      Specifications specifications,
      Search search,
      Measuring measuring,
      Baselines baselines,
      Timing timing,
      Supernets supernets,
      Artifacts artifacts,
      Tasks tasks,
      TransferOwner transfers,
      ReevaluationOwner reevaluations,
      Networks networks,
      JobTraces traces,
      Clock clock) {
    this.database = database;
    this.jobs = jobs;
    this.specifications = specifications;
    this.search = search;
    this.measuring = measuring;
    this.baselines = baselines;
    this.timing = timing;
    this.supernets = supernets;
    this.artifacts = artifacts;
    this.tasks = tasks;
    this.transfers = transfers;
    this.reevaluations = reevaluations;
    this.networks = networks;
    this.traces = traces;
    this.clock = clock;
  }

  /** Without reading the job: most reports of workers need nothing of it. */
  @Override
  public void lock(Set<UUID> jobs) {
    Set<UUID> locked =
        database
            .sql("select id from search_job where id = any (?) order by id for no key update")
            .param(jobs.toArray(UUID[]::new))
            .query(UUID.class)
            .set();
    for (UUID job : jobs) {
      if (!locked.contains(job)) {
        throw new UnknownJob(job);
      }
    }
  }

  @Override
  public void advance(UUID job) {
    search.advance(locked(job));
  }

  @Override
  public boolean isChangedByStart(Task task) {
    return switch (task.work()) {
      case Work.TrainSupernet _ -> true;
      case Work.Evaluate _,
          Work.MeasureLatency _,
          Work.TransferMatrix _,
          Work.TrainSubnet _,
          Work.Validate _,
          Work.Export _ ->
          false;
    };
  }

  @Override
  public void started(Task task) {
    JobRow job = locked(task.job());
    if (isChangedByStart(task) && job.isOrWillBe(JobState.QUEUED)) {
      job.startTraining(clock.instant());
    }
  }

  /**
   * Where nothing but measurements of the job's course came, and others are still to come, nothing
   * more is due.
   */
  @Override
  public Set<UUID> succeeded(List<Done> done) {
    List<Done> others = done.stream().filter(one -> !Measuring.isOf(one)).toList();
    Set<UUID> due = new TreeSet<>();
    done.forEach(one -> due.add(one.task().job()));
    due.removeAll(measuring.take(done.stream().filter(Measuring::isOf).toList()));
    for (Done other : others) {
      succeeded(other);
      due.add(other.task().job());
    }
    return due;
  }

  private void succeeded(Done done) {
    Task task = done.task();
    try (Scope _ = traces.of(task.job()).makeCurrent();
        LogScope _ = LogScope.ofJob(task.job()).task(task.id())) {
      succeeded(task, done.result());
    }
  }

  private void succeeded(Task task, TaskResult result) {
    if (task.work() instanceof Work.TrainSupernet work
        && result instanceof SupernetTrained trained) {
      trained(locked(task.job()), work, trained);
    } else if (task.work() instanceof Work.MeasureLatency
        && result instanceof LatencyMeasured measured) {
      JobRow job = locked(task.job());
      timing.measured(job, specifications.of(job), task, measured);
    } else if (task.work() instanceof Work.TransferMatrix work
        && result instanceof TransferMeasured measured) {
      transfers.measured(task, work, measured);
    } else if (task.work() instanceof Work.Evaluate work
        && result instanceof SubnetMeasured measured) {
      Measuring.check(work, measured);
      reevaluations.measured(task, work, measured);
    } else {
      networks.ownerOf(task).succeeded(task, result);
    }
  }

  @Override
  public void failed(Task task, FailureClass failureClass, String reason) {
    JobRow job = locked(task.job());
    switch (task.work()) {
      case Work.TrainSupernet training ->
          trainingFailed(job, failureClass, "the training failed: " + reason);
      case Work.Evaluate _, Work.MeasureLatency _ ->
          measurementFailed(job, task, failureClass, reason);
      case Work.TransferMatrix matrix -> transfers.failed(task, failureClass, reason);
      case Work.TrainSubnet _, Work.Validate _, Work.Export _ ->
          networkFailed(job, task, failureClass, reason);
    }
  }

  private void trained(JobRow job, Work.TrainSupernet work, SupernetTrained result) {
    if (!artifacts.contains(new Digest(result.artifact()))) {
      throw new UnusableResult(
          "the supernet " + result.artifact() + " was not uploaded; put it at /api/v1/artifacts");
    }
    supernets.add(
        new Supernet(
            result.artifact(),
            work.space(),
            specifications.dataset(work.dataset()),
            result.datasetDigest()));
    job.startSearching(result.artifact(), result.datasetDigest(), clock.instant());
    requireFit(job, result);
  }

  /** What would end all networks after the search ends the job before it. */
  private void requireFit(JobRow job, SupernetTrained result) {
    List<Violation> misfits =
        networks.violations(specifications.of(job), Optional.of(result.datasetDigest()));
    if (!misfits.isEmpty()) {
      fail(
          job,
          FailureClass.INVALID,
          "%s; the supernet is trained, so submit a job with \"supernet\": {\"artifact\": \"%s\"} and without this"
              .formatted(
                  misfits.stream()
                      .map(one -> one.pointer() + " " + one.detail())
                      .collect(Collectors.joining("; ")),
                  result.artifact()));
    }
  }

  private void trainingFailed(JobRow job, FailureClass failureClass, String reason) {
    switch (failureClass) {
      case INVALID, DIVERGED -> fail(job, failureClass, reason);
      case OUT_OF_MEMORY ->
          fail(job, failureClass, reason + "; training.batchSize sets the images of a step");
      case INFRASTRUCTURE, LEASE_EXPIRED, PREEMPTED -> pause(job, failureClass, reason);
    }
  }

  private void measurementFailed(JobRow job, Task task, FailureClass failureClass, String why) {
    if (task.beside()) {
      reevaluations.failed(task, failureClass, why);
    } else if (job.isOrWillBe(JobState.FINALIZING)) {
      drawnFailed(job, task, failureClass, why);
    } else {
      searchedFailed(job, task, failureClass, why);
    }
  }

  private void searchedFailed(JobRow job, Task task, FailureClass failureClass, String why) {
    String reason = what(task, "genotype " + task.subject()) + why;
    switch (failureClass) {
      case INVALID, DIVERGED -> fail(job, failureClass, reason);
      case OUT_OF_MEMORY ->
          pause(
              job,
              failureClass,
              task.work() instanceof Work.Evaluate
                  ? reason
                      + "; retry with more memory, or submit a job with this supernet and a smaller"
                      + " evaluation.batchSize"
                  : reason);
      case INFRASTRUCTURE, LEASE_EXPIRED, PREEMPTED -> pause(job, failureClass, reason);
    }
  }

  /**
   * The search is done, so this is of the baseline: what another try may mend halts the job, all
   * else ends that subnet alone, with what else is asked for of it.
   */
  private void drawnFailed(JobRow job, Task task, FailureClass failureClass, String why) {
    if (isPassing(failureClass)) {
      pause(job, failureClass, what(task, "genotype " + task.subject()) + why);
    } else {
      baselines.failed(job.id, task.subject(), failureClass, what(task, "it") + why);
      tasks.cancel(job.id, task.subject());
      search.advance(job);
    }
  }

  private static String what(Task task, String subnet) {
    return "measuring %s%s failed: "
        .formatted(task.work() instanceof Work.MeasureLatency ? "the latency of " : "", subnet);
  }

  /** What another try may mend halts a job that waits for it; all else ends that network alone. */
  private void networkFailed(JobRow job, Task task, FailureClass failureClass, String reason) {
    NetworkOwner owner = networks.ownerOf(task);
    if (job.isOrWillBe(JobState.FINALIZING) && isPassing(failureClass)) {
      pause(job, failureClass, owner.name(task) + " failed: " + reason);
    } else {
      owner.failed(task, failureClass, reason);
      search.advance(job);
    }
  }

  private static boolean isPassing(FailureClass failureClass) {
    return switch (failureClass) {
      case INFRASTRUCTURE, LEASE_EXPIRED, PREEMPTED -> true;
      case INVALID, DIVERGED, OUT_OF_MEMORY -> false;
    };
  }

  private void fail(JobRow job, FailureClass failureClass, String reason) {
    job.fail(failureClass, reason, clock.instant());
    tasks.cancel(job.id);
    networks.cancel(job.id);
    reevaluations.cancel(job.id);
  }

  private static void pause(JobRow job, FailureClass failureClass, String reason) {
    if (job.state != JobState.PAUSED) {
      job.pause(failureClass, reason);
    }
  }

  private JobRow locked(UUID id) {
    return jobs.lock(id).orElseThrow(() -> new UnknownJob(id));
  }
}
