package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.TinySpaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FreeTeachingTest {
  private static final int REPLAYS = 3;

  /** Moves that leave the ball and the intensities, were they not projected. */
  private static final InnerAttack.Free ATTACK = new InnerAttack.Free(0.3, 0.2, REPLAYS);

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  /** Weights and images move by one gradient, which is at the weights before they moved. */
  @Test
  void movesWeightsAndImagesInEachReplay() {
    try (TrainingState taught = TaughtByHand.state(ATTACK);
        TaughtByHand byHand = new TaughtByHand(ATTACK)) {
      teach(taught, TaughtByHand.recipe(ATTACK), 0);

      byHand.begin(0);
      replay(byHand);
      byHand.assertSameWeights(taught);
    }
  }

  @Test
  void beginsAnewWithEachBatch() {
    try (TrainingState taught = TaughtByHand.state(ATTACK);
        TaughtByHand byHand = new TaughtByHand(ATTACK)) {
      teach(taught, TaughtByHand.recipe(ATTACK), 0, 1);

      byHand.begin(0);
      replay(byHand);
      byHand.begin(1);
      replay(byHand);
      byHand.assertSameWeights(taught);
    }
  }

  @Test
  void updatesTheWeightsOncePerReplay() {
    TrainingRecipe recipe = Recipes.with(TaughtByHand.recipe(ATTACK), Recipes.adamW());
    try (TrainingState taught = States.fresh(TinySpaces.single(), recipe)) {
      teach(taught, recipe, 0, 1);

      assertThat(taught.numbers().get("updates.classifier.weight")).isEqualTo(2 * REPLAYS);
    }
  }

  @Test
  void leavesNoImagesOpenButThoseOfTheLastReplay() {
    try (TrainingState taught = TaughtByHand.state(ATTACK)) {
      long few = openAfter(taught, new InnerAttack.Free(0.3, 0.2, 1));
      long many = openAfter(taught, new InnerAttack.Free(0.3, 0.2, 6));

      assertThat(many).isEqualTo(few);
    }
  }

  private static long openAfter(TrainingState taught, InnerAttack.Free attack) {
    FreeTeaching teaching = teaching(taught, TaughtByHand.recipe(attack), attack);
    try (NDManager scratch = taught.manager().newSubManager()) {
      teaching.teach(TaughtByHand.lesson(0, scratch));
      return TaughtByHand.openImages(scratch);
    }
  }

  private static void replay(TaughtByHand byHand) {
    for (int i = 0; i < REPLAYS; i++) {
      TaughtByHand.Slopes slopes = byHand.slopes();
      byHand.climb(slopes.images());
      byHand.descend(slopes.weights());
    }
  }

  private static void teach(TrainingState taught, TrainingRecipe recipe, int... steps) {
    FreeTeaching teaching = teaching(taught, recipe, ATTACK);
    for (int step : steps) {
      try (NDManager scratch = taught.manager().newSubManager()) {
        teaching.teach(TaughtByHand.lesson(step, scratch));
      }
    }
  }

  private static FreeTeaching teaching(
      TrainingState taught, TrainingRecipe recipe, InnerAttack.Free attack) {
    return new FreeTeaching(
        attack.replays(),
        taught.weights(),
        TaughtByHand.budget(attack),
        TaughtByHand.start(attack),
        TaughtByHand.learning(taught),
        WeightUpdate.of(recipe, taught, 4));
  }
}
