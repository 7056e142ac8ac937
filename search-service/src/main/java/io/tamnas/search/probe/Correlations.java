package io.tamnas.search.probe;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.front.TrainingText;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.probe.Correlation.Numbers;
import io.tamnas.search.probe.Correlation.Probe;
import io.tamnas.search.specification.CorrelationSettings;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes probes as people see them, and correlates what they come to. */
@Component
public class Correlations {

  private final ProbeRows rows;
  private final Individuals individuals;
  private final Tasks tasks;

  Correlations(ProbeRows rows, Individuals individuals, Tasks tasks) {
    this.rows = rows;
    this.individuals = individuals;
    this.tasks = tasks;
  }

  /** Of the job's probes, by number; without items where it has none, or none yet. */
  public Correlation of(Job job) {
    Map<Genotype, Born> born =
        individuals.measured(job.id()).stream()
            .collect(Collectors.toMap(Born::genotype, Function.identity()));
    List<Probe> probes =
        rows.of(job.id()).stream()
            .map(
                probe ->
                    probe(
                        job.specification(),
                        probe,
                        Objects.requireNonNull(born.get(probe.genotype()))))
            .toList();
    CorrelationSettings settings = job.specification().correlation();
    return new Correlation(
        job.id(),
        training(settings, probes.size()),
        ProtocolText.of(job.specification().evaluation()),
        ProtocolText.of(settings.protocol()),
        (int) probes.stream().filter(probe -> probe.stage() == ProbeStage.FAILED).count(),
        correlation(probes, Numbers::clean),
        correlation(probes, Numbers::adversarial),
        probes);
  }

  private static String training(CorrelationSettings settings, int probes) {
    if (settings.subnets() == 0) {
      return "The job asks for no trainings for it.";
    }
    return ("%d of all measured subnets, at equal distances in the order of their estimated"
            + " adversarial accuracy, are each trained from drawn weights; the last state is"
            + " measured. Training: %s.")
        .formatted(probes == 0 ? settings.subnets() : probes, TrainingText.of(settings.training()));
  }

  private Probe probe(SearchJobSpecification job, StoredProbe probe, Born born) {
    ProbeStage stage = ProbeStage.of(probe);
    NetworkMeasured measured = probe.measured();
    StoredProbe.Failure failure = probe.failure();
    return new Probe(
        probe.id().number(),
        GenotypeView.of(probe.genotype(), new GenotypeText(job.space())),
        born.cost().parameters(),
        stage,
        progress(probe.id(), stage),
        estimate(Objects.requireNonNull(born.measurement()), job),
        measured == null ? null : standAlone(measured, job),
        failure == null
            ? null
            : new Correlation.ProbeFailure(failure.failureClass(), failure.reason()));
  }

  private double progress(ProbeId id, ProbeStage stage) {
    return switch (stage) {
      case TRAINING -> progress(id, TaskKind.TRAIN_SUBNET);
      case MEASURING -> progress(id, TaskKind.VALIDATE);
      case FINISHED -> 1;
      case FAILED, CANCELLED -> 0;
    };
  }

  private double progress(ProbeId id, TaskKind kind) {
    return tasks.standing(id.job(), kind, id.subject()).map(TaskStanding::progress).orElse(0.0);
  }

  private static Numbers estimate(Measurement measured, SearchJobSpecification job) {
    return new Numbers(
        Accuracy.of(measured.cleanCorrect(), measured.images()),
        Accuracy.of(measured.adversarialCorrect(), measured.images()),
        warnings(measured.maskingSigns(), job.evaluation().attack(), job),
        measured.numericEnvironment());
  }

  private static Numbers standAlone(NetworkMeasured measured, SearchJobSpecification job) {
    return new Numbers(
        Accuracy.of(measured.cleanCorrect(), measured.images()),
        Accuracy.of(measured.adversarialCorrect(), measured.images()),
        warnings(measured.maskingSigns(), job.correlation().protocol().attack(), job),
        measured.numericEnvironment());
  }

  private static List<MaskingWarning> warnings(
      Collection<MaskingSign> signs, AttackSettings attack, SearchJobSpecification job) {
    return signs.stream()
        .map(sign -> MaskingWarning.of(sign, attack, job.space().classes()))
        .toList();
  }

  private static @Nullable RankCorrelation correlation(
      List<Probe> probes, Function<Numbers, Accuracy> accuracy) {
    List<Double> estimates = new ArrayList<>();
    List<Double> standAlone = new ArrayList<>();
    for (Probe probe : probes) {
      Numbers measured = probe.standAlone();
      if (measured != null) {
        estimates.add(accuracy.apply(probe.estimate()).accuracy());
        standAlone.add(accuracy.apply(measured).accuracy());
      }
    }
    return estimates.size() < 2 ? null : RankCorrelation.of(estimates, standAlone);
  }
}
