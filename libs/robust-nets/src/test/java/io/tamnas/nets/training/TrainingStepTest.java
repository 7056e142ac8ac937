package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.space.SearchSpace;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingStepTest {
  private final Dataset dataset = new SyntheticDataset(48, 1);

  static Stream<TrainingRecipe> recipes() {
    TrainingRecipe recipe = Recipes.adversarial(6);
    InnerAttack free = new InnerAttack.Free(0.03, 0.02, 3);
    InnerAttack yopo = new InnerAttack.Yopo(0.03, 0.01, 2, 2);
    return Stream.of(
        recipe,
        Recipes.with(6, new Loss.Trades(3, 0)),
        Recipes.with(6, free, new Loss.CrossEntropy(0)),
        Recipes.with(6, yopo, new Loss.CrossEntropy(0)),
        Recipes.with(recipe, Recipes.adamW()),
        Recipes.perturbed(recipe, 0.01),
        Recipes.averaged(recipe, 0.9));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void keepsNoTensorsFromStepToStep(TrainingRecipe recipe) {
    Engines.configure(1, DeviceChoice.CPU);
    try (TrainingState state = States.fresh(TinySpaces.single(), recipe)) {
      TrainingStep step = new TrainingStep(state, dataset, recipe, 1);
      step.run(0);
      int before = state.manager().getManagedArrays().size();
      for (int i = 1; i < 6; i++) {
        step.run(i);
      }

      assertThat(state.manager().getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void changesTheWeightsOfThePathAlone() {
    SearchSpace space = TinySpaces.everything();
    try (TrainingState state = state(space);
        TrainingState untouched = state(space)) {
      new TrainingStep(state, dataset, Recipes.clean(10), 1).run(0);
      Set<String> changed = new HashSet<>();
      for (Parameter parameter : state.plan().parameters()) {
        if (!state.weights().full(parameter).contentEquals(untouched.weights().full(parameter))) {
          changed.add(block(parameter.name()));
        }
      }

      assertThat(changed).hasSize(5).contains("stem", "head", "classifier");
    }
  }

  /** Such as {@code stem} or {@code layers.0.xception}. */
  private static String block(String name) {
    return name.replaceFirst("^(layers\\.\\d+\\.[^.]+|[^.]+).*", "$1");
  }

  private static TrainingState state(SearchSpace space) {
    Engines.configure(1, DeviceChoice.CPU);
    return States.fresh(space);
  }
}
