package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.Recalibration;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Genotype;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of all passes of a step, those that learn from crafted images are remembered, and no others. */
class RememberedStatisticsTest {
  private static final SyntheticDataset DATASET = new SyntheticDataset(48, 1);
  private static final int STEPS = 10;

  /** With all of ε. */
  private static final int STEP = 6;

  private static final double EPSILON = 1 / 255.0;
  private static final Loss ENTROPY = new Loss.CrossEntropy(0);
  private static final InnerAttack PGD = new InnerAttack.Pgd(EPSILON, EPSILON / 2, 3);

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<Arguments> passes() {
    return Stream.of(
        Arguments.of(still(Recipes.with(STEPS, PGD, ENTROPY)), 1),
        Arguments.of(still(Recipes.with(STEPS, PGD, new Loss.Trades(3, 0))), 1),
        Arguments.of(still(Recipes.with(STEPS, PGD, new Loss.Alp(1, 0))), 1),
        Arguments.of(still(Recipes.with(STEPS, PGD, new Loss.Mart(3, 0))), 1),
        Arguments.of(still(Recipes.with(STEPS, CraftingStatistics.RUNNING, ENTROPY)), 1),
        Arguments.of(
            still(Recipes.with(STEPS, CraftingStatistics.FROZEN, new Loss.Trades(3, 0))), 1),
        Arguments.of(
            still(
                Recipes.with(
                    STEPS, new InnerAttack.FgsmRandomStart(EPSILON, EPSILON, STEP), ENTROPY)),
            1),
        Arguments.of(Recipes.perturbed(still(Recipes.with(STEPS, PGD, ENTROPY)), 0.01), 1),
        Arguments.of(
            still(Recipes.with(STEPS, new InnerAttack.Free(EPSILON, EPSILON / 2, 3), ENTROPY)), 3),
        Arguments.of(
            still(
                Recipes.with(
                    STEPS,
                    new InnerAttack.Yopo(EPSILON, EPSILON / 2, 2, 2),
                    new Loss.Trades(3, 0))),
            2));
  }

  /** From mean 0 and variance 1; faint attacks and still weights leave the moments as they are. */
  @ParameterizedTest
  @MethodSource("passes")
  void areThoseOfThePassesThatLearn(TrainingRecipe recipe, int passes) {
    try (TrainingState state = fresh(recipe)) {
      NetworkPlan plan = state.plan().widest();
      RunningStatistics batch = moments(state, recipe);
      float share = 1 - (float) Math.pow(0.9, passes);

      new TrainingStep(state, DATASET, recipe, 1).run(STEP);

      for (NormedConvolution unit : List.of(plan.stem(), plan.head())) {
        RunningStatistics.Moments remembered = state.statistics().of(unit);
        RunningStatistics.Moments of = batch.of(unit);
        float spread = of.mean().abs().max().getFloat();
        assertThat(remembered.mean().toFloatArray())
            .containsExactly(of.mean().mul(share).toFloatArray(), within(0.04f * spread));
        assertThat(remembered.variance().sub(1 - share).div(share).toFloatArray())
            .containsExactly(
                of.variance().toFloatArray(), within(0.3f * of.variance().max().getFloat()));
      }
    }
  }

  /** Of the step's clean images. */
  private static RunningStatistics moments(TrainingState state, TrainingRecipe recipe) {
    NDManager manager = state.manager();
    TrainingBatches.Batch batch = new TrainingBatches(DATASET, recipe, 1).at(STEP);
    NDArray images = manager.create(batch.pixels(), new Shape(batch.labels().length, 3, 8, 8));
    return Recalibration.of(
        state.plan().widest(), state.weights().copy(manager), List.of(images), manager);
  }

  private static TrainingState fresh(TrainingRecipe recipe) {
    float[] half = {0.5f, 0.5f, 0.5f};
    return TrainingState.fresh(
        SupernetPlan.ofNetwork(TinySpaces.everything(), new Genotype(List.of(0, 1, 1, 0))),
        new InitialValues(1, new PixelStatistics(half, half)),
        Trace.ofSelecting(recipe),
        Engines.newManager());
  }

  /** Weights that hardly move. */
  private static TrainingRecipe still(TrainingRecipe recipe) {
    return Recipes.with(recipe, new Optimizer.Sgd(1e-9, 0, 0, 1));
  }
}
