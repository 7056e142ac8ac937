package io.tamnas.protocol.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What one side writes, the other reads as the same. */
class WireTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Budget EPSILON = new Budget("8/255");
  private static final Budget STEP = new Budget("2/255");
  private static final DatasetReference DATASET = new DatasetReference("mnist", null, 16, 1, null);

  static Stream<AttackSettings> attacks() {
    List<AttackSettings> single =
        List.of(
            new AttackSettings.Fgsm(EPSILON),
            new AttackSettings.Pgd(EPSILON, STEP, 10, 2, Start.RANDOM),
            new AttackSettings.MiFgsm(EPSILON, STEP, 10, 0.9),
            new AttackSettings.Cw(EPSILON, STEP, 10, 1, Start.CLEAN),
            new AttackSettings.ApgdCe(EPSILON, 100, 1),
            new AttackSettings.ApgdT(EPSILON, 100, 1, 9),
            new AttackSettings.FabT(EPSILON, 100, 1, 9),
            new AttackSettings.Square(EPSILON, 5000, 1),
            new AttackSettings.AutoAttack(EPSILON));
    return Stream.concat(single.stream(), Stream.of(new AttackSettings.Sequence(single)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void carriesEveryValueOfAnAttack(AttackSettings attack) {
    Work work =
        new Work.Evaluate(
            DATASET,
            "d",
            "space",
            "s",
            List.of(0, 1),
            new EvaluationProtocol(attack, 512, 128, 1024, 128, 32, 7));
    String text = JSON.writerFor(Work.class).writeValueAsString(work);

    assertThat(text).contains("\"maskingImages\":32", "\"epsilon\":\"8/255\"");
    assertThat(JSON.readValue(text, Work.class)).isEqualTo(work);
  }

  static Stream<TrainingSettings> trainings() {
    return Stream.of(
        training(
            new Loss.CrossEntropy(0.1),
            new InnerAttack.FgsmRandomStart(EPSILON, STEP, 100),
            new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()),
            new Optimizer.Sgd(0.1, 0.9, 5e-4, 5)),
        training(
            new Loss.Trades(6, 0),
            new InnerAttack.Pgd(EPSILON, STEP, 7),
            new Paths(new Paths.ParameterBins(10), 4, 2, new Paths.Mean(3)),
            new Optimizer.AdamW(0.001, 0.9, 0.999, 1e-8, 0.01, 5)),
        training(
            new Loss.Alp(0.5, 0),
            new InnerAttack.Free(EPSILON, EPSILON, 4),
            new Paths(new Paths.Sandwich(), 3, 3, new Paths.Largest()),
            new Optimizer.Sgd(0.1, 0.9, 5e-4, 5)),
        training(
            new Loss.Mart(5, 0),
            new InnerAttack.Yopo(EPSILON, STEP, 5, 3),
            new Paths(new Paths.Uniform(), 2, 1, new Paths.RandomOther()),
            new Optimizer.Sgd(0.1, 0.9, 5e-4, 5)),
        training(
            new Loss.CrossEntropy(0),
            new InnerAttack.Pgd(EPSILON, STEP, 7),
            new Paths(new Paths.Uniform(), 1, 1, new Paths.Smallest()),
            new Optimizer.Sgd(0.1, 0.9, 5e-4, 5)));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void carriesEverySettingOfATraining(TrainingSettings training) {
    Work work = new Work.TrainSupernet(DATASET, "space", training, 3, 512);

    assertThat(JSON.readValue(JSON.writerFor(Work.class).writeValueAsString(work), Work.class))
        .isEqualTo(work);
  }

  @Test
  void carriesSignsInTheOrderOfTheirDeclaration() {
    Set<MaskingSign> signs =
        new LinkedHashSet<>(List.of(MaskingSign.NO_DROP_WITH_EPSILON, MaskingSign.ZERO_GRADIENTS));
    TaskResult measured = new TaskResult.SubnetMeasured(8, 4, 2, signs, "d", "test");
    String text = JSON.writerFor(TaskResult.class).writeValueAsString(measured);

    assertThat(text).contains("[\"zero-gradients\",\"no-drop-with-epsilon\"]");
    assertThat(JSON.readValue(text, TaskResult.class)).isEqualTo(measured);
  }

  @Test
  void carriesExports() {
    Work work =
        new Work.Export(
            DATASET,
            "d",
            "space",
            List.of(0, 1),
            "n",
            new NetworkProtocol(
                Split.VALIDATION,
                new AttackSettings.Pgd(EPSILON, STEP, 10, 1, Start.RANDOM),
                256,
                64,
                0,
                7),
            200);

    assertThat(JSON.readValue(JSON.writerFor(Work.class).writeValueAsString(work), Work.class))
        .isEqualTo(work);
  }

  @Test
  void leavesOutThePeakOfMemoryWhereNobodyKnowsIt() {
    for (Long peak : Arrays.asList(50_000_000L, null)) {
      TaskResult exported =
          new TaskResult.NetworkExported(
              "a", 90_000, 17, 256, 1e-6, 200, 100, 0.4, peak, "onnxruntime 1", null);
      String text = JSON.writerFor(TaskResult.class).writeValueAsString(exported);

      assertThat(text.contains("peakMemoryBytes")).isEqualTo(peak != null);
      assertThat(JSON.readValue(text, TaskResult.class)).isEqualTo(exported);
    }
  }

  @Test
  void carriesTheSpreadOfAnExportAndReadsResultsFromBeforeItWasTold() {
    TaskResult told = exported(new TaskResult.NetworkExported.Spread(0.3, 0.9, "a machine"));
    String text = JSON.writerFor(TaskResult.class).writeValueAsString(told);
    String before = text.replaceFirst(",\"spread\":\\{[^}]*}", "");

    assertThat(JSON.readValue(text, TaskResult.class)).isEqualTo(told);
    assertThat(before).isNotEqualTo(text);
    assertThat(JSON.readValue(before, TaskResult.class)).isEqualTo(exported(null));
  }

  @Test
  void refusesAMedianBesideItsQuartiles() {
    assertThatThrownBy(() -> exported(new TaskResult.NetworkExported.Spread(0.5, 0.9, "a machine")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.4 ms does not lie in");
    assertThatThrownBy(() -> exported(new TaskResult.NetworkExported.Spread(0.1, 0.3, "a machine")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TaskResult exported(TaskResult.NetworkExported.@Nullable Spread spread) {
    return new TaskResult.NetworkExported(
        "a", 90_000, 17, 256, 1e-6, 200, 100, 0.4, 50_000_000L, "onnxruntime 1", spread);
  }

  @Test
  void carriesLatencies() {
    Work work = new Work.MeasureLatency("space", List.of(0, 1), new LatencyProtocol(20, 200));
    TaskResult measured = new TaskResult.LatencyMeasured(90_000, 100_000, 130_000, "a machine");

    assertThat(JSON.readValue(JSON.writerFor(Work.class).writeValueAsString(work), Work.class))
        .isEqualTo(work);
    assertThat(
            JSON.readValue(
                JSON.writerFor(TaskResult.class).writeValueAsString(measured), TaskResult.class))
        .isEqualTo(measured);
  }

  @Test
  void refusesQuartilesOutOfOrder() {
    assertThatThrownBy(() -> new TaskResult.LatencyMeasured(2, 1, 3, "a machine"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 2, 1, 3 ns");
    assertThatThrownBy(() -> new TaskResult.LatencyMeasured(0, 1, 3, "a machine"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaskResult.LatencyMeasured(1, 3, 2, "a machine"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsWhichAttacksTakeGradients() {
    assertThat(attacks().filter(attack -> !attack.takesGradients()))
        .containsExactly(new AttackSettings.Square(EPSILON, 5000, 1));
    assertThat(
            new AttackSettings.Sequence(List.of(new AttackSettings.Square(EPSILON, 10, 1)))
                .takesGradients())
        .isFalse();
  }

  @Test
  void refusesAnEmptySequence() {
    assertThatThrownBy(() -> new AttackSettings.Sequence(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one attack");
  }

  private static TrainingSettings training(
      Loss loss, InnerAttack attack, Paths paths, Optimizer optimizer) {
    return new TrainingSettings(
        100,
        64,
        loss,
        attack,
        CraftingStatistics.FROZEN,
        0.7,
        0.3,
        paths,
        optimizer,
        new Schedule(Schedule.Kind.ONE_CYCLE, 0.3),
        0.005,
        0.999,
        new TrainingSettings.Augmentation(4, Mirror.RANDOM, 8));
  }
}
