package io.tamnas.search.report;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.training.Paths;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.front.TrainingText;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.specification.CorrelationSettings;
import io.tamnas.search.specification.FinalistSettings;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.ObjectiveName;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SearchSettings;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A job's settings in words. */
final class SettingList {

  private final List<Report.Setting> settings = new ArrayList<>();

  private SettingList() {}

  /** What was asked for, and how times of finalists were taken. */
  static List<Report.Setting> of(SearchJobSpecification job, List<FinalistView> finalists) {
    SettingList list = new SettingList();
    list.add("data", data(job.dataset(), job.space()));
    list.add("search space", job.space().text());
    list.add("supernet", supernet(job));
    list.add("search", search(job.search()));
    list.add("baseline", baseline(job.search().baseline()));
    list.add("evaluation", evaluation(job.evaluation()));
    if (job.correlation().subnets() > 0) {
      list.add("correlation", correlation(job.correlation()));
    }
    if (job.finalists().count() > 0) {
      list.addFinalists(job.finalists());
    }
    finalists.stream()
        .flatMap(one -> one.networks().stream())
        .map(FinalistView.Network::exported)
        .filter(Objects::nonNull)
        .map(FinalistView.Exported::latencyProtocol)
        .distinct()
        .sorted()
        .forEach(protocol -> list.add("time of one image", protocol));
    list.add("seed", "%d of the job".formatted(job.seed()));
    return List.copyOf(list.settings);
  }

  private void addFinalists(FinalistSettings finalists) {
    NetworkSettings network = finalists.network();
    add(
        "finalists",
        "%d, from %s"
            .formatted(
                finalists.count(),
                finalists.starts().stream()
                    .map(FinalistStart::text)
                    .collect(Collectors.joining(" and from "))));
    add(
        "finalists' training",
        network.distillation().isPresent()
            ? TrainingText.withoutLoss(network.training())
            : TrainingText.of(network.training()));
    network.distillation().ifPresent(one -> add("finalists' teacher", teacher(one.teacher())));
    add(
        "finalists' selection",
        "every %d steps by %s"
            .formatted(
                network.selection().interval(), ProtocolText.of(network.selection().protocol())));
    add("finalists' validation", ProtocolText.of(network.validation()));
    add("check of exported files", ProtocolText.of(network.check()));
  }

  private void add(String name, String text) {
    settings.add(new Report.Setting(name, text));
  }

  private static String data(DatasetReference dataset, SearchSpace space) {
    return "%s, %s, %d classes; %d validation images cut from the training images by seed %d"
        .formatted(
            dataset.name(),
            space.input().text(),
            space.classes(),
            dataset.validationImages(),
            dataset.splitSeed());
  }

  private static String supernet(SearchJobSpecification job) {
    return job.supernet()
        .map(artifact -> "given: " + artifact)
        .orElseGet(
            () -> TrainingText.of(job.training()) + "; paths: " + paths(job.training().paths()));
  }

  private static String paths(Paths paths) {
    String policy =
        switch (paths.policy()) {
          case Paths.Uniform _ -> "uniform";
          case Paths.ParameterBins bins -> "uniform over %d parameter bins".formatted(bins.bins());
          case Paths.Sandwich _ -> "sandwich";
        };
    String source =
        switch (paths.source()) {
          case Paths.Own _ -> "the path itself";
          case Paths.Largest _ -> "the largest";
          case Paths.Smallest _ -> "the smallest";
          case Paths.RandomOther _ -> "a random other";
          case Paths.Mean mean -> "the mean gradient of %d".formatted(mean.sources());
        };
    return "%s, %d per step, %d per batch, crafted on %s"
        .formatted(policy, paths.perStep(), paths.perBatch(), source);
  }

  private static String search(SearchSettings search) {
    return "NSGA-II, population %d, %d generations; objectives %s; %s crossover with probability %s, mutation of a gene %s"
        .formatted(
            search.population(),
            search.generations(),
            search.objectives().stream().map(ObjectiveName::text).collect(Collectors.joining(", ")),
            search.crossover().kind().text(),
            search.crossover().probability(),
            search.mutationProbability());
  }

  private static String baseline(BaselineKind baseline) {
    return switch (baseline) {
      case NONE -> "none";
      case RANDOM -> "as many feasible subnets drawn at random by the job's seed";
    };
  }

  private static String correlation(CorrelationSettings correlation) {
    return "%d subnets, each from scratch: %s; %s"
        .formatted(
            correlation.subnets(),
            TrainingText.of(correlation.training()),
            ProtocolText.of(correlation.protocol()));
  }

  private static String evaluation(EvaluationProtocol evaluation) {
    return "%s; batches of %d; statistics from %d training images in batches of %d; masked gradients looked for on %d"
        .formatted(
            ProtocolText.of(evaluation),
            evaluation.batchSize(),
            evaluation.recalibrationImages(),
            evaluation.recalibrationBatch(),
            evaluation.maskingImages());
  }

  private static String teacher(TeacherSettings teacher) {
    return switch (teacher) {
      case TeacherSettings.Given given -> "given: " + given.artifact();
      case TeacherSettings.Trained trained ->
          "genotype %s: %s".formatted(trained.genotype(), TrainingText.of(trained.training()));
    };
  }
}
