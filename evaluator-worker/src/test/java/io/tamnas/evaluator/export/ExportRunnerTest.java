package io.tamnas.evaluator.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.tamnas.evaluator.dataset.NamedDatasets;
import io.tamnas.evaluator.measuring.Measurings;
import io.tamnas.evaluator.measuring.QuietContext;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.export.FoldedNetwork;
import io.tamnas.nets.export.OnnxModel;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.ParameterValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finalists are stood in for by subnets that nobody trained. */
class ExportRunnerTest {
  private static final DatasetReference SHAPES = new DatasetReference("shapes", null, 16, 1, null);
  private static final Dataset DATASET =
      Datasets.open(new DatasetSource.Shapes(16, 32, 16, 1), new Division(16, 1));
  private static final AttackSettings PGD =
      new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 3, 1, Start.RANDOM);

  @TempDir Path folder;

  @BeforeAll
  static void configure() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void uploadsAFileThatGivesWhatTheNetworkGives() {
    TaskResult result = run(work(DATASET.digest(), PGD, 16), ExportRunnerTest::untrained);

    assertThat(result)
        .isInstanceOfSatisfying(
            TaskResult.NetworkExported.class,
            exported -> {
              assertThat(exported.artifact()).isEqualTo("a".repeat(64));
              assertThat(exported.bytes())
                  .isEqualTo(folder.resolve("network.onnx").toFile().length());
              assertThat(exported.opset()).isEqualTo(OnnxModel.OPSET);
              assertThat(exported.images()).isEqualTo(16);
              assertThat(exported.largestDifference()).isBetween(0.0, 1e-4);
              assertThat(exported.spread())
                  .isNotNull()
                  .satisfies(
                      spread -> {
                        assertThat(spread.lowerQuartileMillis()).isPositive();
                        assertThat(exported.latencyMillis())
                            .isBetween(spread.lowerQuartileMillis(), spread.upperQuartileMillis());
                        assertThat(spread.machine()).isEqualTo("a machine");
                      });
              assertThat(exported.runtime()).startsWith("onnxruntime 1.");
            });
  }

  @Test
  void failsForGoodWhereTheFileIsNotTheNetwork() {
    refuse(
        work(DATASET.digest(), PGD, 16),
        ExportRunnerTest::broken,
        "the exported file is not what was trained: image 0: on the clean image");
  }

  @Test
  void failsForGoodWhereTheFileIsRefused() {
    refuse(
        work(DATASET.digest(), PGD, 16),
        ExportRunnerTest::narrower,
        "ONNX Runtime refuses the exported file: ");
  }

  @Test
  void refusesOtherImages() {
    refuse(
        work("another", PGD, 16),
        ExportRunnerTest::untrained,
        "but the network was trained on another");
  }

  @Test
  void refusesMoreImagesThanThereAre() {
    refuse(
        work(DATASET.digest(), PGD, 17),
        ExportRunnerTest::untrained,
        "17 validation images are wanted");
  }

  @Test
  void refusesAnAttackThatLeavesNoImage() {
    var ensemble = new AttackSettings.AutoAttack(new Budget("8/255"));

    refuse(work(DATASET.digest(), ensemble, 16), ExportRunnerTest::untrained, "one run");
  }

  private void refuse(Work.Export work, FinalistReader finalists, String reason) {
    assertThatThrownBy(() -> run(work, finalists))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContaining(reason);
  }

  private TaskResult run(Work.Export work, FinalistReader finalists) {
    NamedDatasets datasets =
        new NamedDatasets(DataRoot.of(new DataProperties(folder, null, Map.of()))) {
          @Override
          public Dataset open(DatasetReference reference, Runnable goOn) {
            return DATASET;
          }
        };
    return new ExportRunner(
            new Measurings(datasets),
            finalists,
            new WorkerDescription("cpu", "test", "test", Optional.of("a machine")))
        .run(work, new QuietContext(folder));
  }

  private static Work.Export work(String digest, AttackSettings attack, int images) {
    String space =
        "input=%dx%dx%d classes=%d stem=4/1 layers=8/2(shuffle3-se@1.0) head=16"
            .formatted(
                DATASET.shape().channels(),
                DATASET.shape().height(),
                DATASET.shape().width(),
                DATASET.classes());
    return new Work.Export(
        SHAPES,
        digest,
        space,
        List.of(0, 0),
        "b".repeat(64),
        new NetworkProtocol(Split.VALIDATION, attack, images, 8, 0, 1),
        10);
  }

  private static FoldedNetwork untrained(
      Path artifact, SearchSpace space, Genotype genotype, Dataset dataset, NDManager manager) {
    InitialValues values =
        new InitialValues(1, PixelStatistics.of(dataset.training(), space.input()));
    return subnet(space, genotype, values, manager);
  }

  /** Of which nothing is a number. */
  private static FoldedNetwork broken(
      Path artifact, SearchSpace space, Genotype genotype, Dataset dataset, NDManager manager) {
    return subnet(space, genotype, ExportRunnerTest::noNumbers, manager);
  }

  /** Whose head has less weights than its plan says. */
  private static FoldedNetwork narrower(
      Path artifact, SearchSpace space, Genotype genotype, Dataset dataset, NDManager manager) {
    SearchSpace narrow = SearchSpace.parse(space.text().replace("head=16", "head=8"));
    return new FoldedNetwork(
        new SupernetPlan(space).path(genotype),
        untrained(artifact, narrow, genotype, dataset, manager).folded(),
        space.input());
  }

  private static float[] noNumbers(Parameter parameter) {
    float[] values = new float[Math.toIntExact(parameter.shape().size())];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  private static FoldedNetwork subnet(
      SearchSpace space, Genotype genotype, ParameterValues values, NDManager manager) {
    SupernetPlan plan = new SupernetPlan(space);
    NetworkPlan path = plan.path(genotype);
    Weights weights = Supernet.of(plan, values, manager).copy(manager);
    RunningStatistics statistics = new RunningStatistics(manager);
    return new FoldedNetwork(
        path, new Folded(path, weights, NetworkScaling.NONE, statistics, manager), space.input());
  }
}
