package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingRecipeTest {

  @Test
  void hasAFixedTextWithEveryValue() {
    assertThat(recipe(new InnerAttack.Pgd(0.03, 0.01, 7), Mirror.RANDOM).text())
        .isEqualTo(
            "TrainingRecipe[steps=100, batchSize=64, attack=Pgd[epsilon=0.03, stepSize=0.01,"
                + " steps=7], epsilonWarmup=0.7, scaleWarmup=0.3,"
                + " optimizer=Optimizer[learningRate=0.1, momentum=0.9, weightDecay=5.0E-4,"
                + " warmup=0.05, clipNorm=5.0], augmentation=Augmentation[crop=4,"
                + " mirror=RANDOM]]");
    assertThat(recipe(new InnerAttack.FgsmRandomStart(0.03, 0.04), Mirror.NEVER).text())
        .contains("attack=FgsmRandomStart[epsilon=0.03, stepSize=0.04]", "mirror=NEVER");
  }

  private static TrainingRecipe recipe(InnerAttack attack, Mirror mirror) {
    return new TrainingRecipe(
        100,
        64,
        attack,
        0.7,
        0.3,
        new TrainingRecipe.Optimizer(0.1, 0.9, 5e-4, 0.05, 5),
        new TrainingRecipe.Augmentation(4, mirror));
  }
}
