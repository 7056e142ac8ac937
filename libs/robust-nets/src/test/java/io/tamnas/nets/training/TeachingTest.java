package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.nets.training.Paths.Policy;
import io.tamnas.nets.training.Paths.Source;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeachingTest {
  private static final double EPSILON = 8 / 255.0;
  private static final Loss ENTROPY = new Loss.CrossEntropy(0);

  private final Dataset dataset = new SyntheticDataset(96, 1);
  @TempDir Path work;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<TrainingRecipe> onOnePath() {
    return Stream.of(
        Recipes.with(60, new Loss.CrossEntropy(0.1)),
        Recipes.with(60, new Loss.Trades(3, 0)),
        Recipes.with(60, new Loss.Alp(0.5, 0)),
        Recipes.with(60, new Loss.Mart(3, 0)),
        Recipes.with(60, CraftingStatistics.FROZEN, ENTROPY),
        Recipes.with(60, CraftingStatistics.FROZEN, new Loss.Trades(3, 0)),
        Recipes.with(60, new InnerAttack.FgsmRandomStart(EPSILON, EPSILON, 5), ENTROPY),
        Recipes.with(30, new InnerAttack.Free(EPSILON, EPSILON / 2, 3), ENTROPY),
        Recipes.with(40, new InnerAttack.Yopo(EPSILON, EPSILON / 4, 2, 3), ENTROPY),
        Recipes.with(Recipes.adversarial(60), Recipes.adamW()),
        Recipes.with(Recipes.adversarial(60), new Schedule(Schedule.Kind.STEP, 0.1)),
        Recipes.with(Recipes.adversarial(60), new Schedule(Schedule.Kind.ONE_CYCLE, 0.4)),
        Recipes.with(60, new Augmentation(1, Mirror.NEVER, 3)),
        Recipes.perturbed(Recipes.adversarial(60), 0.01));
  }

  @ParameterizedTest
  @MethodSource("onOnePath")
  void learnsUnderAttack(TrainingRecipe recipe) {
    assertThat(accuracyAfter(TinySpaces.single(), recipe)).isGreaterThan(0.8);
  }

  static Stream<TrainingRecipe> onManyPaths() {
    return Stream.of(
        Recipes.with(80, new Paths(new Policy.ParameterBins(3), 1, 1, new Source.Largest())),
        Recipes.with(40, new Paths(new Policy.Uniform(), 2, 1, new Source.RandomOther())),
        Recipes.with(40, new Paths(new Policy.Sandwich(), 3, 2, new Source.Mean(2))),
        Recipes.with(40, new Paths(new Policy.Uniform(), 2, 2, new Source.Smallest())));
  }

  @ParameterizedTest
  @MethodSource("onManyPaths")
  void learnsUnderAttackOnManyPaths(TrainingRecipe recipe) {
    assertThat(accuracyAfter(TinySpaces.plain(), recipe)).isGreaterThan(0.45);
  }

  private double accuracyAfter(SearchSpace space, TrainingRecipe recipe) {
    Watching watching = Watching.toTheEnd();
    new SupernetTraining(space, dataset, recipe, 1).train(watching, work, Optional.empty());
    return accuracy(watching.metrics.getLast());
  }

  private static double accuracy(Map<String, Double> metrics) {
    return Objects.requireNonNull(metrics.get("trainingAccuracy"));
  }
}
