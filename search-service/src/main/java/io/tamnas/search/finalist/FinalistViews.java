package io.tamnas.search.finalist;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.front.TrainingText;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.task.Makers;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes stored finalists as people see them. */
@Component
public class FinalistViews {

  private final JobReader jobs;
  private final FinalistRows rows;
  private final NetworkRows networks;
  private final Individuals individuals;
  private final TeacherViews teachers;
  private final Makers makers;
  private final Tasks tasks;

  FinalistViews(
      JobReader jobs,
      FinalistRows rows,
      NetworkRows networks,
      Individuals individuals,
      TeacherViews teachers,
      Makers makers,
      Tasks tasks) {
    this.jobs = jobs;
    this.rows = rows;
    this.networks = networks;
    this.individuals = individuals;
    this.teachers = teachers;
    this.makers = makers;
    this.tasks = tasks;
  }

  /** All of a job as they stand at one moment: none is shown without its networks. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public FinalistView.All all(UUID id) {
    return new FinalistView.All(id, of(jobs.get(id)));
  }

  /** All of a job, by number. */
  public List<FinalistView> of(Job job) {
    List<StoredNetwork> all = networks.of(job.id());
    int validations = (int) all.stream().filter(one -> one.validated() != null).count();
    Map<Integer, List<StoredNetwork>> trained =
        all.stream().collect(Collectors.groupingBy(network -> network.id().finalist()));
    Map<Genotype, Born> born =
        individuals.measured(job.id()).stream()
            .collect(Collectors.toMap(Born::genotype, Function.identity()));
    return rows.of(job.id()).stream()
        .map(
            finalist ->
                view(
                    job,
                    finalist,
                    Objects.requireNonNull(born.get(finalist.genotype())),
                    trained.getOrDefault(finalist.number(), List.of()),
                    validations))
        .toList();
  }

  private FinalistView view(
      Job job, StoredFinalist finalist, Born born, List<StoredNetwork> trained, int validations) {
    return new FinalistView(
        finalist.number(),
        GenotypeView.of(finalist.genotype(), new GenotypeText(job.specification().space())),
        finalist.reason(),
        born.cost().parameters(),
        born.cost().multiplyAdds(),
        estimate(job.specification(), Objects.requireNonNull(born.measurement())),
        trained.stream().map(network -> network(job, finalist, network)).toList(),
        training(finalist.settings()),
        selection(finalist.settings().selection()),
        ProtocolText.of(finalist.settings().validation()),
        teachers.of(job, finalist.settings()).orElse(null),
        validations,
        finalist.createdAt());
  }

  private static String training(NetworkSettings settings) {
    return settings.distillation().isPresent()
        ? TrainingText.withoutLoss(settings.training())
        : TrainingText.of(settings.training());
  }

  private static String selection(CheckpointSelection selection) {
    return "every %d steps by %s"
        .formatted(selection.interval(), ProtocolText.of(selection.protocol()));
  }

  private static FinalistView.Measured estimate(
      SearchJobSpecification job, Measurement measurement) {
    return new FinalistView.Measured(
        ProtocolText.of(job.evaluation()),
        Accuracy.of(measurement.cleanCorrect(), measurement.images()),
        Accuracy.of(measurement.adversarialCorrect(), measurement.images()),
        measurement.maskingSigns().stream()
            .map(sign -> MaskingWarning.of(sign, job.evaluation().attack(), job.space().classes()))
            .toList(),
        measurement.numericEnvironment());
  }

  private FinalistView.Network network(Job job, StoredFinalist finalist, StoredNetwork network) {
    int classes = job.specification().space().classes();
    SubnetTrained trained = network.trained();
    NetworkMeasured validated = network.validated();
    NetworkStage stage = NetworkStage.of(network);
    return new FinalistView.Network(
        network.id().start(),
        stage,
        progress(network.id(), stage),
        trained == null ? null : trained.artifact(),
        trained == null ? null : trained.step(),
        trained == null
            ? null
            : FinalistView.Measured.of(
                finalist.settings().selection().protocol(), trained.selected(), classes),
        validated == null
            ? null
            : FinalistView.Measured.of(finalist.settings().validation(), validated, classes),
        exported(network.id(), network.exported()),
        failure(network.failure()),
        network.endedAt(),
        FinalistView.Links.of(network.id()));
  }

  private double progress(NetworkId id, NetworkStage stage) {
    return switch (stage) {
      case TRAINING -> progress(id, TaskKind.TRAIN_SUBNET);
      case VALIDATING -> progress(id, TaskKind.VALIDATE);
      case EXPORTING -> progress(id, TaskKind.EXPORT);
      case FINISHED -> 1;
      case FAILED, CANCELLED -> 0;
    };
  }

  private double progress(NetworkId id, TaskKind kind) {
    return tasks.standing(id.job(), kind, id.subject()).map(TaskStanding::progress).orElse(0.0);
  }

  private FinalistView.@Nullable Exported exported(
      NetworkId id, @Nullable NetworkExported exported) {
    return exported == null
        ? null
        : new FinalistView.Exported(
            exported.artifact(),
            exported.bytes(),
            exported.opset(),
            exported.images(),
            exported.largestDifference(),
            exported.latencyMillis(),
            latencyProtocol(id, exported),
            spread(exported.spread()),
            exported.peakMemoryBytes(),
            exported.runtime());
  }

  private String latencyProtocol(NetworkId id, NetworkExported exported) {
    Work.Export work =
        tasks
            .work(id.job(), TaskKind.EXPORT, id.subject())
            .map(Work.Export.class::cast)
            .orElseThrow();
    NetworkExported.Spread spread = exported.spread();
    return spread == null
        ? LatencyText.of(
            work.latencyRuns(),
            exported.runtime(),
            makers.of(id.job(), TaskKind.EXPORT, id.subject()))
        : LatencyText.of(work.latencyRuns(), exported.runtime(), spread.machine());
  }

  private static FinalistView.@Nullable LatencySpread spread(
      NetworkExported.@Nullable Spread spread) {
    return spread == null
        ? null
        : new FinalistView.LatencySpread(
            spread.lowerQuartileMillis(), spread.upperQuartileMillis(), spread.machine());
  }

  private static FinalistView.@Nullable Failure failure(StoredNetwork.@Nullable Failure failure) {
    return failure == null
        ? null
        : new FinalistView.Failure(failure.failureClass(), failure.reason());
  }
}
