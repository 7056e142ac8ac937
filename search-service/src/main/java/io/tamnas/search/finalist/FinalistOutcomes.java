package io.tamnas.search.finalist;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.NetworkOwner;
import io.tamnas.search.latency.Latencies;
import io.tamnas.search.specification.FinalistSettings;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.task.MeasuredCheck;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.task.UnusableResult;
import io.tamnas.search.teacher.TeacherId;
import io.tamnas.search.teacher.TrainedNetwork;
import io.tamnas.search.teacher.TrainedNetworks;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leads finalists from training through validation to their export, and keeps what they come to. A
 * network that fails ends alone; the others go their way.
 */
@Component
@Order(1)
class FinalistOutcomes implements NetworkOwner {

  private static final Logger log = LoggerFactory.getLogger(FinalistOutcomes.class);

  private final Finalists finalists;
  private final TeacherOutcomes teachers;
  private final TeacherCheck teacherCheck;
  private final TrainedNetworks trained;
  private final NetworkRows networks;
  private final Individuals individuals;
  private final Latencies latencies;
  private final Artifacts artifacts;
  private final Tasks tasks;
  private final Clock clock;

  FinalistOutcomes(
      Finalists finalists,
      TeacherOutcomes teachers,
      TeacherCheck teacherCheck,
      TrainedNetworks trained,
      NetworkRows networks,
      Individuals individuals,
      Latencies latencies,
      Artifacts artifacts,
      Tasks tasks,
      Clock clock) {
    this.finalists = finalists;
    this.teachers = teachers;
    this.teacherCheck = teacherCheck;
    this.trained = trained;
    this.networks = networks;
    this.individuals = individuals;
    this.latencies = latencies;
    this.artifacts = artifacts;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public List<Violation> violations(
      SearchJobSpecification specification, Optional<String> datasetDigest) {
    return specification.finalists().network().distillation().stream()
        .flatMap(
            one ->
                teacherCheck.problems(one.teacher(), specification.space(), datasetDigest).stream())
        .map(problem -> new Violation("/finalists/distillation/teacher/artifact", problem))
        .toList();
  }

  @Override
  public boolean owns(Task task) {
    return switch (task.work()) {
      case Work.TrainSubnet _, Work.Validate _, Work.Export _ ->
          NetworkId.isSubject(task.subject()) || TeacherId.of(task).isPresent();
      case Work.TrainSupernet _, Work.Evaluate _, Work.TransferMatrix _, Work.MeasureLatency _ ->
          false;
    };
  }

  @Override
  public void begin(Job job) {
    if (job.specification().finalists().count() == 0) {
      return;
    }
    Evolution evolution = new Evolution(job.specification());
    List<Born> front =
        evolution.front(individuals.measured(job.id())).stream().map(Ranked::born).toList();
    FinalistSettings settings = job.specification().finalists();
    FinalistChoice.of(
            front.stream().map(Candidate::of).toList(), evolution.knee(front), settings.count())
        .forEach(finalist -> finalists.add(job, finalist, settings.starts(), settings.network()));
  }

  @Override
  public OptionalDouble progress(UUID job) {
    Map<Integer, NetworkSettings> chosen = finalists.chosen(job);
    DoubleStream ofNetworks =
        networks.of(job).stream()
            .filter(network -> chosen.containsKey(network.id().finalist()))
            .mapToDouble(this::progress);
    return chosen.isEmpty()
        ? OptionalDouble.empty()
        : DoubleStream.concat(ofNetworks, teachers.progress(job, chosen.values())).average();
  }

  /** In thirds: its training, its validation, its export. */
  private double progress(StoredNetwork network) {
    return switch (NetworkStage.of(network)) {
      case TRAINING -> progress(network.id(), TaskKind.TRAIN_SUBNET) / 3;
      case VALIDATING -> (1 + progress(network.id(), TaskKind.VALIDATE)) / 3;
      case EXPORTING -> (2 + progress(network.id(), TaskKind.EXPORT)) / 3;
      case FINISHED, FAILED, CANCELLED -> 1;
    };
  }

  private double progress(NetworkId id, TaskKind kind) {
    return tasks.standing(id.job(), kind, id.subject()).map(TaskStanding::progress).orElse(0.0);
  }

  @Override
  public void cancel(UUID job) {
    networks.cancel(job, clock.instant());
    teachers.cancel(job);
  }

  @Override
  public boolean areEnded(UUID job) {
    return networks.open(job) == 0;
  }

  @Override
  public void succeeded(Task task, TaskResult result) {
    if (task.work() instanceof Work.TrainSubnet work && result instanceof SubnetTrained trained) {
      trained(task, work, trained);
    } else if (task.work() instanceof Work.Validate work
        && result instanceof NetworkMeasured measured) {
      validated(id(task), work, measured);
    } else if (task.work() instanceof Work.Export work
        && result instanceof NetworkExported exported) {
      exported(id(task), work, exported);
    } else {
      throw new UnusableResult(
          "the task is " + task.work().kind() + ", the result is of another kind");
    }
    log.info("finalist {} of job {}: {} is done", task.subject(), task.job(), task.work().kind());
  }

  @Override
  public String name(Task task) {
    return TeacherId.of(task).isPresent() ? task.subject() : "finalist " + task.subject();
  }

  private static NetworkId id(Task task) {
    return NetworkId.of(task.job(), task.subject());
  }

  @Override
  public void failed(Task task, FailureClass failureClass, String reason) {
    Optional<TeacherId> teacher = TeacherId.of(task);
    if (teacher.isPresent()) {
      teachers.failed(teacher.get(), failureClass, "training failed: " + reason);
      return;
    }
    NetworkId id = id(task);
    networks.failed(id, failureClass, what(task.work()) + " failed: " + reason, clock.instant());
    log.info("finalist {} of job {} has failed: {}", id.subject(), id.job(), reason);
  }

  private void trained(Task task, Work.TrainSubnet work, SubnetTrained result) {
    requireUploaded("network", result.artifact());
    MeasuredCheck.require(work.selection().protocol(), work.datasetDigest(), result.selected());
    trained.add(
        new TrainedNetwork(
            SearchSpace.parse(work.space()),
            new Genotype(work.genotype()),
            work.datasetDigest(),
            work.selection().protocol(),
            result));
    TeacherId.of(task)
        .ifPresentOrElse(
            teacher -> teachers.trained(teacher, result), () -> trained(id(task), work, result));
  }

  private void trained(NetworkId id, Work.TrainSubnet work, SubnetTrained trained) {
    networks.trained(id, trained);
    tasks.add(
        id.job(),
        id.subject(),
        new Work.Validate(
            work.dataset(),
            work.datasetDigest(),
            work.space(),
            work.genotype(),
            trained.artifact(),
            finalists.get(id).settings().validation()));
  }

  private void validated(NetworkId id, Work.Validate work, NetworkMeasured measured) {
    MeasuredCheck.require(work.protocol(), work.datasetDigest(), measured);
    networks.validated(id, measured);
    tasks.add(
        id.job(),
        id.subject(),
        new Work.Export(
            work.dataset(),
            work.datasetDigest(),
            work.space(),
            work.genotype(),
            work.network(),
            finalists.get(id).settings().check(),
            LatencyText.RUNS));
  }

  private void exported(NetworkId id, Work.Export work, NetworkExported exported) {
    requireUploaded("exported file", exported.artifact());
    MeasuredCheck.requireImages(work.check(), exported.images());
    NetworkExported.Spread spread = exported.spread();
    if (spread != null) {
      requireMachine(id.job(), spread.machine());
    }
    networks.exported(id, exported, clock.instant());
  }

  private void requireMachine(UUID job, String machine) {
    Optional<String> bound = latencies.pin(job).machine();
    if (bound.isPresent() && !bound.get().equals(machine)) {
      throw new UnusableResult(
          "times of this job are taken on \"%s\", not on \"%s\"".formatted(bound.get(), machine));
    }
  }

  private void requireUploaded(String what, String artifact) {
    if (!artifacts.contains(new Digest(artifact))) {
      throw new UnusableResult(
          "the " + what + " " + artifact + " was not uploaded; put it at /api/v1/artifacts");
    }
  }

  private static String what(Work work) {
    return switch (work) {
      case Work.TrainSubnet _ -> "training";
      case Work.Validate _ -> "validation";
      case Work.Export _ -> "the export";
      case Work.TrainSupernet _, Work.Evaluate _, Work.TransferMatrix _, Work.MeasureLatency _ ->
          throw new IllegalArgumentException(work.kind() + " is no task of a finalist");
    };
  }
}
