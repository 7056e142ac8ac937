package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.attack.Predictions;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetFile;
import io.tamnas.nets.supernet.SupernetPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightAveragingTest {
  private static final SupernetPlan PLAN = new SupernetPlan(TinySpaces.single());
  private static final Dataset DATASET = new SyntheticDataset(48, 1);
  @TempDir Path work;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void forgetsMoreWhileTheTrainingIsYoung() {
    WeightAveraging averaging = new WeightAveraging(0.9);

    assertThat(averaging.at(0)).isEqualTo(0.1);
    assertThat(averaging.at(8)).isEqualTo(0.5);
    assertThat(averaging.at(80)).isEqualTo(0.9);
    assertThat(averaging.at(1000)).isEqualTo(0.9);
  }

  @Test
  void movesEveryAverageByItsShare() {
    try (NDManager manager = Engines.newManager()) {
      Supernet averages = constant(10, manager);
      Supernet weights = constant(20, manager);
      int arrays = manager.getManagedArrays().size();

      new WeightAveraging(0.9).average(averages, weights, 8);
      assertThat(averages.full(last()).toFloatArray()).containsOnly(15);
      new WeightAveraging(0.9).average(averages, weights, 1000);

      for (Parameter parameter : PLAN.parameters()) {
        assertThat(averages.full(parameter).toFloatArray()).containsOnly(15.5f);
        assertThat(weights.full(parameter).toFloatArray()).containsOnly(20);
      }
      assertThat(manager.getManagedArrays()).hasSize(arrays);
    }
  }

  @Test
  void averagesTheWeightsOfAllStepsIntoTheResult() {
    float[] plain = trained(Recipes.clean(3));
    float[] averaged = trained(Recipes.averaged(Recipes.clean(3), 0.5));

    assertThat(averaged).isNotEqualTo(plain);
  }

  @Test
  void followsTheWeightsFromTheFirstStep() {
    TrainingRecipe recipe = Recipes.averaged(Recipes.clean(3), 0.15);
    try (TrainingState state = States.fresh(TinySpaces.single(), recipe)) {
      TrainingStep step = new TrainingStep(state, DATASET, recipe, 1);
      float[] expected = state.weights().full(last()).toFloatArray();
      for (int i = 0; i < 3; i++) {
        step.run(i);
        float decay = i == 0 ? 0.1f : 0.15f;
        float[] weights = state.weights().full(last()).toFloatArray();
        for (int j = 0; j < weights.length; j++) {
          expected[j] = decay * expected[j] + (1 - decay) * weights[j];
        }
      }

      assertThat(state.learned().full(last()).toFloatArray())
          .containsExactly(expected, within(1e-6f));
    }
  }

  @Test
  void learnsWithAveragedWeights() {
    TrainingRecipe recipe = Recipes.averaged(Recipes.clean(60), 0.9);
    try (TrainingState state = States.fresh(TinySpaces.single(), recipe)) {
      assertThat(share(state.learned(), recipe)).isLessThan(0.6);
      TrainingStep step = new TrainingStep(state, DATASET, recipe, 1);
      IntStream.range(0, 60).forEach(step::run);

      assertThat(state.learned()).isNotSameAs(state.weights());
      assertThat(share(state.learned(), recipe)).isGreaterThan(0.85);
    }
  }

  /** Of a batch's images, how many are named rightly. */
  private static double share(Supernet supernet, TrainingRecipe recipe) {
    TrainingBatches.Batch batch = new TrainingBatches(DATASET, recipe, 1).at(0);
    try (NDManager manager = Engines.newManager()) {
      Learning learning =
          new Learning(new LabelGoal(recipe.loss(), 4), Normalizing.ofBatches(manager));
      NDArray images = manager.create(batch.pixels(), new Shape(batch.labels().length, 3, 8, 8));
      NDArray logits =
          learning
              .classifier(PLAN.path(TinySpaces.first(TinySpaces.single())), supernet.copy(manager))
              .logits(images);
      return (double) Predictions.count(logits, batch.labels()) / batch.labels().length;
    }
  }

  private float[] trained(TrainingRecipe recipe) {
    TrainedSupernet trained =
        new SupernetTraining(TinySpaces.single(), DATASET, recipe, 1)
            .train(new QuietObserver(), work, Optional.empty());
    try (NDManager manager = Engines.newManager()) {
      return SupernetFile.read(trained.file(), PLAN, DATASET.digest(), manager)
          .full(last())
          .toFloatArray();
    }
  }

  private static Supernet constant(float value, NDManager manager) {
    return Supernet.of(
        PLAN,
        parameter -> {
          float[] values = new float[(int) parameter.shape().size()];
          Arrays.fill(values, value);
          return values;
        },
        manager);
  }

  private static Parameter last() {
    return PLAN.parameters().getLast();
  }
}
