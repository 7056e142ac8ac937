package io.tamnas.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {
  private static final Budget EPSILON = new Budget("8/255");
  private static final Budget STEP = new Budget("2/255");
  private static final io.tamnas.protocol.training.Paths SINGLE =
      new io.tamnas.protocol.training.Paths(
          new io.tamnas.protocol.training.Paths.Uniform(),
          1,
          1,
          new io.tamnas.protocol.training.Paths.Own());

  @Test
  void carriesEverySettingOver() {
    assertThat(
            Recipes.of(
                new TrainingSettings(
                    100,
                    64,
                    new io.tamnas.protocol.training.Loss.Trades(6, 0.1),
                    new InnerAttack.Pgd(EPSILON, STEP, 7),
                    io.tamnas.protocol.training.CraftingStatistics.FROZEN,
                    0.7,
                    0.3,
                    new io.tamnas.protocol.training.Paths(
                        new io.tamnas.protocol.training.Paths.ParameterBins(5),
                        4,
                        2,
                        new io.tamnas.protocol.training.Paths.Mean(3)),
                    new io.tamnas.protocol.training.Optimizer.AdamW(0.1, 0.8, 0.99, 1e-7, 0.01, 5),
                    schedule(io.tamnas.protocol.training.Schedule.Kind.ONE_CYCLE),
                    0.005,
                    0.999,
                    new TrainingSettings.Augmentation(
                        4, io.tamnas.protocol.training.Mirror.NEVER, 8))))
        .isEqualTo(
            new TrainingRecipe(
                100,
                64,
                new Loss.Trades(6, 0.1),
                new io.tamnas.nets.training.InnerAttack.Pgd(8 / 255.0, 2 / 255.0, 7),
                CraftingStatistics.FROZEN,
                0.7,
                0.3,
                new Paths(new Paths.Policy.ParameterBins(5), 4, 2, new Paths.Source.Mean(3)),
                new Optimizer.AdamW(0.1, 0.8, 0.99, 1e-7, 0.01, 5),
                new Schedule(Schedule.Kind.ONE_CYCLE, 0.05),
                0.005,
                0.999,
                new Augmentation(4, Mirror.NEVER, 8)));
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(
            new io.tamnas.protocol.training.Loss.CrossEntropy(0.1), new Loss.CrossEntropy(0.1)),
        Arguments.of(new io.tamnas.protocol.training.Loss.Alp(0.5, 0.2), new Loss.Alp(0.5, 0.2)),
        Arguments.of(new io.tamnas.protocol.training.Loss.Mart(5, 0), new Loss.Mart(5, 0)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void carriesEveryLossOver(io.tamnas.protocol.training.Loss loss, Loss expected) {
    assertThat(Recipes.of(with(1, loss, new InnerAttack.Pgd(EPSILON, STEP, 2), SINGLE)).loss())
        .isEqualTo(expected);
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        Arguments.of(
            new InnerAttack.FgsmRandomStart(EPSILON, STEP, 100),
            new io.tamnas.nets.training.InnerAttack.FgsmRandomStart(8 / 255.0, 2 / 255.0, 100)),
        Arguments.of(
            new InnerAttack.Free(EPSILON, STEP, 4),
            new io.tamnas.nets.training.InnerAttack.Free(8 / 255.0, 2 / 255.0, 4)),
        Arguments.of(
            new InnerAttack.Yopo(EPSILON, STEP, 5, 3),
            new io.tamnas.nets.training.InnerAttack.Yopo(8 / 255.0, 2 / 255.0, 5, 3)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void carriesEveryInnerAttackOver(
      InnerAttack attack, io.tamnas.nets.training.InnerAttack expected) {
    var entropy = new io.tamnas.protocol.training.Loss.CrossEntropy(0);
    assertThat(Recipes.of(with(1, entropy, attack, SINGLE)).attack()).isEqualTo(expected);
  }

  static Stream<Arguments> paths() {
    return Stream.of(
        Arguments.of(
            new io.tamnas.protocol.training.Paths.Sandwich(),
            new io.tamnas.protocol.training.Paths.Largest(),
            new Paths.Policy.Sandwich(),
            new Paths.Source.Largest()),
        Arguments.of(
            new io.tamnas.protocol.training.Paths.Uniform(),
            new io.tamnas.protocol.training.Paths.Smallest(),
            new Paths.Policy.Uniform(),
            new Paths.Source.Smallest()),
        Arguments.of(
            new io.tamnas.protocol.training.Paths.Uniform(),
            new io.tamnas.protocol.training.Paths.RandomOther(),
            new Paths.Policy.Uniform(),
            new Paths.Source.RandomOther()));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void carriesEveryPolicyAndSourceOver(
      io.tamnas.protocol.training.Paths.Policy policy,
      io.tamnas.protocol.training.Paths.Source source,
      Paths.Policy expectedPolicy,
      Paths.Source expectedSource) {
    var paths = new io.tamnas.protocol.training.Paths(policy, 3, 3, source);
    var entropy = new io.tamnas.protocol.training.Loss.CrossEntropy(0);
    assertThat(Recipes.of(with(1, entropy, new InnerAttack.Pgd(EPSILON, STEP, 2), paths)).paths())
        .isEqualTo(new Paths(expectedPolicy, 3, 3, expectedSource));
  }

  @Test
  void refusesValuesOutOfRange() {
    var entropy = new io.tamnas.protocol.training.Loss.CrossEntropy(0);
    assertThatThrownBy(
            () -> Recipes.of(with(0, entropy, new InnerAttack.Pgd(EPSILON, STEP, 2), SINGLE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("steps");
  }

  private static io.tamnas.protocol.training.Schedule schedule(
      io.tamnas.protocol.training.Schedule.Kind kind) {
    return new io.tamnas.protocol.training.Schedule(kind, 0.05);
  }

  /** Settings of the usual kind but for these. */
  private static TrainingSettings with(
      int steps,
      io.tamnas.protocol.training.Loss loss,
      InnerAttack attack,
      io.tamnas.protocol.training.Paths paths) {
    return new TrainingSettings(
        steps,
        64,
        loss,
        attack,
        io.tamnas.protocol.training.CraftingStatistics.BATCH,
        0.7,
        0.3,
        paths,
        new io.tamnas.protocol.training.Optimizer.Sgd(0.1, 0.9, 5e-4, 5),
        schedule(io.tamnas.protocol.training.Schedule.Kind.STEP),
        0,
        0,
        new TrainingSettings.Augmentation(4, io.tamnas.protocol.training.Mirror.RANDOM, 0));
  }
}
