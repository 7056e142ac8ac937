package io.tamnas.search.report;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.training.Paths;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.front.TrainingText;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.specification.Constraints;
import io.tamnas.search.specification.CorrelationSettings;
import io.tamnas.search.specification.DistillationSettings;
import io.tamnas.search.specification.FinalistSettings;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.specification.LatencySettings;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.ObjectiveName;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SearchSettings;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.space.SearchSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A job's settings in words. */
final class SettingList {

  private final List<Report.Setting> settings = new ArrayList<>();

  private SettingList() {}

  /** Whatever a user may set. */
  static List<Report.Setting> of(SearchJobSpecification job) {
    SettingList list = new SettingList();
    list.add("data", data(job.dataset(), job.space()));
    list.add("search space", job.space().text());
    list.add("supernet", supernet(job));
    list.add("search", search(job.search()));
    list.add("baseline", baseline(job.search().baseline()));
    list.add("evaluation", evaluation(job.evaluation()));
    job.latency().ifPresent(latency -> list.add("latency", latency(latency)));
    if (job.correlation().subnets() > 0) {
      list.add("correlation", correlation(job.correlation()));
    }
    if (job.finalists().count() > 0) {
      list.addFinalists(job.finalists());
    }
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
    network.distillation().ifPresent(one -> add("finalists' teacher", teacher(one)));
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
    return "%s, %s, %d classes%s; %d validation images cut from the training images by seed %d"
        .formatted(
            dataset.name(),
            space.input().text(),
            space.classes(),
            drawn(dataset.shapes()),
            dataset.validationImages(),
            dataset.splitSeed());
  }

  private static String drawn(DatasetReference.@Nullable Shapes shapes) {
    return shapes == null
        ? ""
        : "; %d training and %d test images drawn by seed %d"
            .formatted(shapes.trainingImages(), shapes.testImages(), shapes.seed());
  }

  private static String supernet(SearchJobSpecification job) {
    return job.supernet()
        .map(artifact -> "given: " + artifact)
        .orElseGet(
            () ->
                "%s; narrower scales allowed step by step over %s of the steps; paths: %s"
                    .formatted(
                        TrainingText.of(job.training()),
                        BigDecimal.valueOf(job.training().scaleWarmup()).toPlainString(),
                        paths(job.training().paths())));
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
    return "NSGA-II, population %d, %d generations; objectives %s; %s; %s crossover with probability %s, mutation of a gene %s"
        .formatted(
            search.population(),
            search.generations(),
            search.objectives().stream().map(ObjectiveName::text).collect(Collectors.joining(", ")),
            constraints(search.constraints()),
            search.crossover().kind().text(),
            search.crossover().probability(),
            search.mutationProbability());
  }

  private static String constraints(Constraints constraints) {
    List<String> limits = new ArrayList<>();
    constraints
        .maxParameters()
        .ifPresent(most -> limits.add(ReportPage.count(most) + " parameters"));
    constraints
        .maxMultiplyAdds()
        .ifPresent(most -> limits.add(ReportPage.count(most) + " multiply-adds"));
    constraints
        .maxLatencyMillis()
        .ifPresent(most -> limits.add(BigDecimal.valueOf(most).toPlainString() + " ms of latency"));
    return limits.isEmpty() ? "no limits" : "limits: at most " + String.join(", ", limits);
  }

  private static String latency(LatencySettings latency) {
    return ProtocolText.of(latency.protocol())
        + "; on "
        + latency.machine().orElse("the kind of machine that measures first");
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
    return "%s; masked gradients looked for on %d"
        .formatted(ProtocolText.of(evaluation), evaluation.maskingImages());
  }

  private static String teacher(DistillationSettings distillation) {
    String teacher =
        switch (distillation.teacher()) {
          case TeacherSettings.Given given -> "given: " + given.artifact();
          case TeacherSettings.Trained trained ->
              "genotype %s: %s".formatted(trained.genotype(), TrainingText.of(trained.training()));
        };
    return teacher
        + String.format(Locale.ROOT, "; weight of clean images %.3g", distillation.cleanWeight());
  }
}
