package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.nets.training.Paths.Policy;
import io.tamnas.nets.training.Paths.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is trained and wherever it stops, a resumed training ends in the same weights. */
class ResumeTest {
  private static final int STEPS = 6;
  private static final double EPSILON = 8 / 255.0;

  private final Dataset dataset = new SyntheticDataset(48, 1);
  @TempDir Path work;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<Loss> losses() {
    return Stream.of(
        new Loss.CrossEntropy(0.1),
        new Loss.Trades(3, 0),
        new Loss.Alp(0.5, 0),
        new Loss.Mart(3, 0));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void endsInTheSameWeightsWhereverItStops(Loss loss) {
    assertSameWeights(Recipes.with(STEPS, loss), 3);
  }

  static Stream<TrainingRecipe> recipes() {
    Loss entropy = new Loss.CrossEntropy(0.1);
    TrainingRecipe free =
        Recipes.with(STEPS, new InnerAttack.Free(EPSILON, EPSILON / 2, 3), entropy);
    return Stream.concat(
        losses().flatMap(ResumeTest::ofLoss),
        Stream.of(
            Recipes.with(STEPS, CraftingStatistics.FROZEN, new Loss.Trades(3, 0)),
            Recipes.with(STEPS, new InnerAttack.FgsmRandomStart(EPSILON, EPSILON, 2), entropy),
            free,
            Recipes.with(free, Recipes.adamW()),
            Recipes.with(free, new Schedule(Schedule.Kind.ONE_CYCLE, 0.4)),
            Recipes.with(STEPS, new InnerAttack.Yopo(EPSILON, EPSILON / 4, 2, 2), entropy),
            Recipes.with(STEPS, new Paths(new Policy.Sandwich(), 3, 2, new Source.Mean(2))),
            Recipes.with(STEPS, new Paths(new Policy.ParameterBins(3), 2, 1, new Source.Largest())),
            Recipes.with(STEPS, new Augmentation(1, Mirror.RANDOM, 3))));
  }

  private static Stream<TrainingRecipe> ofLoss(Loss loss) {
    TrainingRecipe recipe = Recipes.with(STEPS, loss);
    return Stream.of(
        Recipes.with(recipe, Recipes.adamW()),
        Recipes.with(recipe, new Schedule(Schedule.Kind.STEP, 0.1)),
        Recipes.perturbed(recipe, 0.01),
        Recipes.averaged(recipe, 0.9));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void endsInTheSameWeights(TrainingRecipe recipe) {
    assertSameWeights(recipe, 1);
  }

  private void assertSameWeights(TrainingRecipe recipe, int count) {
    Map<String, String> undisturbed = undisturbed(recipe);

    int[] stops = SplitMix.of(7, recipe.text()).ints(1, STEPS).distinct().limit(count).toArray();
    assertThat(stops).hasSize(count);
    for (int stop : stops) {
      assertThat(resumed(recipe, stopped(recipe, stop)))
          .as("stopped after %s steps", stop)
          .isNotEmpty()
          .containsExactlyEntriesOf(undisturbed);
    }
  }

  /** All steps in one go, with no checkpoint on the way. */
  private Map<String, String> undisturbed(TrainingRecipe recipe) {
    try (TrainingState state = States.fresh(TinySpaces.everything(), recipe)) {
      run(state, recipe, 0, STEPS);
      return weights(state);
    }
  }

  private Path stopped(TrainingRecipe recipe, int stop) {
    Path checkpoint = work.resolve("training.tamnas");
    try (TrainingState state = States.fresh(TinySpaces.everything(), recipe)) {
      run(state, recipe, 0, stop);
      file(recipe).write(checkpoint, state, stop);
      return checkpoint;
    }
  }

  private Map<String, String> resumed(TrainingRecipe recipe, Path checkpoint) {
    TrainingCheckpoint.Resumed begin = file(recipe).read(checkpoint, Engines.newManager());
    try (TrainingState state = begin.state()) {
      run(state, recipe, begin.step(), STEPS);
      return weights(state);
    }
  }

  /** With a step of its own, so whatever that keeps to itself is lost at the end. */
  private void run(TrainingState state, TrainingRecipe recipe, int from, int to) {
    TrainingStep step = new TrainingStep(state, dataset, recipe, 3);
    for (int i = from; i < to; i++) {
      step.run(i);
    }
  }

  private static TrainingCheckpoint file(TrainingRecipe recipe) {
    return new TrainingCheckpoint(
        new SupernetPlan(TinySpaces.everything()),
        Trace.of(recipe),
        STEPS,
        Map.of("recipe", recipe.text()));
  }

  /** All that a training remembers of its weights, and those. */
  private static Map<String, String> weights(TrainingState state) {
    Map<String, String> all = new LinkedHashMap<>(state.numbers().entries());
    state.traces().forEach((trace, values) -> put(all, trace.prefix(), values));
    put(all, "weights/", state.weights());
    return all;
  }

  private static void put(Map<String, String> all, String prefix, Supernet supernet) {
    for (Parameter parameter : supernet.plan().parameters()) {
      float[] values = supernet.full(parameter).toFloatArray();
      all.put(prefix + parameter.name(), Arrays.toString(values));
    }
  }
}
