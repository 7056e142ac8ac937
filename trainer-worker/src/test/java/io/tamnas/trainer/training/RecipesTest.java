package io.tamnas.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack.FgsmRandomStart;
import io.tamnas.nets.training.InnerAttack.Pgd;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.TrainingSettings;
import org.junit.jupiter.api.Test;

class RecipesTest {
  private static final InnerAttack FGSM =
      new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"));

  @Test
  void carriesEverySettingOver() {
    assertThat(Recipes.of(settings(100, FGSM)))
        .isEqualTo(
            new TrainingRecipe(
                100,
                64,
                new Loss.CrossEntropy(0),
                new FgsmRandomStart(8 / 255.0, 10 / 255.0, 0),
                CraftingStatistics.BATCH,
                0.7,
                0.3,
                Paths.single(),
                new Optimizer.Sgd(0.1, 0.9, 5e-4, 5),
                new Schedule(Schedule.Kind.COSINE, 0.05),
                0,
                0,
                new Augmentation(4, Mirror.NEVER, 0)));
  }

  @Test
  void carriesTheStepsOfPgdOver() {
    var pgd = new InnerAttack.Pgd(new Budget("8/255"), new Budget("2/255"), 7);

    assertThat(Recipes.of(settings(1, pgd)).attack()).isEqualTo(new Pgd(8 / 255.0, 2 / 255.0, 7));
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> Recipes.of(settings(0, FGSM)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("steps");
  }

  private static TrainingSettings settings(int steps, InnerAttack attack) {
    return new TrainingSettings(
        steps,
        64,
        attack,
        0.7,
        0.3,
        new TrainingSettings.Optimizer(0.1, 0.9, 5e-4, 0.05, 5),
        new TrainingSettings.Augmentation(4, io.tamnas.protocol.training.Mirror.NEVER));
  }
}
