package io.tamnas.search.probe;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.NetworkOwner;
import io.tamnas.search.specification.CorrelationSettings;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.task.MeasuredCheck;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.task.UnusableResult;
import io.tamnas.space.Genotype;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leads probes from their training to their measurement, and keeps what they come to. One that
 * fails ends alone; the others go their way.
 */
@Component
@Order(2)
class ProbeOutcomes implements NetworkOwner {

  private static final Logger log = LoggerFactory.getLogger(ProbeOutcomes.class);

  private final ProbeRows rows;
  private final Individuals individuals;
  private final JobReader jobs;
  private final Artifacts artifacts;
  private final Tasks tasks;
  private final Clock clock;

  ProbeOutcomes(
      ProbeRows rows,
      Individuals individuals,
      JobReader jobs,
      Artifacts artifacts,
      Tasks tasks,
      Clock clock) {
    this.rows = rows;
    this.individuals = individuals;
    this.jobs = jobs;
    this.artifacts = artifacts;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** None: on how many validation images it is measured is checked with the search's own. */
  @Override
  public List<Violation> violations(
      SearchJobSpecification specification, Optional<String> datasetDigest) {
    return List.of();
  }

  @Override
  public boolean owns(Task task) {
    return switch (task.work()) {
      case Work.TrainSubnet _, Work.Validate _ -> ProbeId.isSubject(task.subject());
      case Work.TrainSupernet _,
          Work.Evaluate _,
          Work.TransferMatrix _,
          Work.MeasureLatency _,
          Work.Export _ ->
          false;
    };
  }

  @Override
  public String name(Task task) {
    return task.subject();
  }

  @Override
  public void begin(Job job) {
    CorrelationSettings settings = job.specification().correlation();
    if (settings.subnets() == 0) {
      return;
    }
    List<Genotype> chosen = ProbeChoice.of(individuals.measured(job.id()), settings.subnets());
    for (int i = 0; i < chosen.size(); i++) {
      ProbeId id = new ProbeId(job.id(), i + 1);
      rows.add(id, chosen.get(i));
      tasks.add(job.id(), id.subject(), training(job, chosen.get(i), settings));
    }
    log.info("{} probes of job {} are to be trained", chosen.size(), job.id());
  }

  private static Work.TrainSubnet training(
      Job job, Genotype genotype, CorrelationSettings settings) {
    return new Work.TrainSubnet(
        job.specification().dataset(),
        Objects.requireNonNull(job.datasetDigest()),
        job.specification().space().text(),
        genotype.genes(),
        null,
        settings.training(),
        settings.selection(),
        null,
        job.specification().seed());
  }

  @Override
  public OptionalDouble progress(UUID job) {
    return rows.of(job).stream().mapToDouble(this::progress).average();
  }

  /** In halves: its training, its measurement. */
  private double progress(StoredProbe probe) {
    return switch (ProbeStage.of(probe)) {
      case TRAINING -> progress(probe.id(), TaskKind.TRAIN_SUBNET) / 2;
      case MEASURING -> (1 + progress(probe.id(), TaskKind.VALIDATE)) / 2;
      case FINISHED, FAILED, CANCELLED -> 1;
    };
  }

  private double progress(ProbeId id, TaskKind kind) {
    return tasks.standing(id.job(), kind, id.subject()).map(TaskStanding::progress).orElse(0.0);
  }

  @Override
  public void cancel(UUID job) {
    rows.cancel(job, clock.instant());
  }

  @Override
  public boolean areEnded(UUID job) {
    return rows.open(job) == 0;
  }

  @Override
  public void succeeded(Task task, TaskResult result) {
    ProbeId id = ProbeId.of(task.job(), task.subject());
    if (task.work() instanceof Work.TrainSubnet work && result instanceof SubnetTrained trained) {
      trained(id, work, trained);
    } else if (task.work() instanceof Work.Validate work
        && result instanceof NetworkMeasured measured) {
      MeasuredCheck.require(work.protocol(), work.datasetDigest(), measured);
      rows.measured(id, measured, clock.instant());
    } else {
      throw new UnusableResult(
          "the task is " + task.work().kind() + ", the result is of another kind");
    }
    log.info("{} of job {}: {} is done", task.subject(), task.job(), task.work().kind());
  }

  private void trained(ProbeId id, Work.TrainSubnet work, SubnetTrained trained) {
    if (!artifacts.contains(new Digest(trained.artifact()))) {
      throw new UnusableResult(
          "the network " + trained.artifact() + " was not uploaded; put it at /api/v1/artifacts");
    }
    MeasuredCheck.require(work.selection().protocol(), work.datasetDigest(), trained.selected());
    rows.trained(id, trained);
    tasks.add(
        id.job(),
        id.subject(),
        new Work.Validate(
            work.dataset(),
            work.datasetDigest(),
            work.space(),
            work.genotype(),
            trained.artifact(),
            jobs.get(id.job()).specification().correlation().protocol()));
  }

  @Override
  public void failed(Task task, FailureClass failureClass, String reason) {
    rows.failed(ProbeId.of(task.job(), task.subject()), failureClass, reason, clock.instant());
    log.info("{} of job {} has failed: {}", task.subject(), task.job(), reason);
  }
}
