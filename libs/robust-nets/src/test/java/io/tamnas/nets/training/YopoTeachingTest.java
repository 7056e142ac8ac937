package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class YopoTeachingTest {
  private static final int OUTER = 3;
  private static final int INNER = 2;

  /** Moves that leave the ball and the intensities, were they not projected. */
  private static final InnerAttack.Yopo ATTACK = new InnerAttack.Yopo(0.3, 0.15, OUTER, INNER);

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  /**
   * The weights stay until the end and then move by the sum; between two passes the images move n
   * times along the sign of the earlier one's gradient.
   */
  @Test
  void sumsTheGradientsOfPassesBetweenWhichImagesMove() {
    try (TrainingState taught = TaughtByHand.state(ATTACK);
        TaughtByHand byHand = new TaughtByHand(ATTACK);
        NDManager scratch = taught.manager().newSubManager()) {
      teaching(taught, ATTACK).teach(TaughtByHand.lesson(0, scratch));

      Map<String, float[]> sum = new LinkedHashMap<>();
      byHand.begin(0);
      for (int outer = 0; outer < OUTER; outer++) {
        TaughtByHand.Slopes slopes = byHand.slopes();
        slopes.weights().forEach((name, slope) -> sum.merge(name, slope, YopoTeachingTest::plus));
        for (int inner = 0; inner < INNER; inner++) {
          byHand.climb(slopes.images());
        }
      }
      byHand.descend(sum);
      byHand.assertSameWeights(taught);
    }
  }

  @Test
  void leavesNoImagesOpenButThoseOfTheLastMove() {
    try (TrainingState taught = TaughtByHand.state(ATTACK)) {
      long few = openAfter(taught, new InnerAttack.Yopo(0.3, 0.15, 1, 1));
      long many = openAfter(taught, new InnerAttack.Yopo(0.3, 0.15, 3, 4));

      assertThat(many).isEqualTo(few);
    }
  }

  private static long openAfter(TrainingState taught, InnerAttack.Yopo attack) {
    try (NDManager scratch = taught.manager().newSubManager()) {
      teaching(taught, attack).teach(TaughtByHand.lesson(0, scratch));
      return TaughtByHand.openImages(scratch);
    }
  }

  private static float[] plus(float[] first, float[] second) {
    float[] sum = first.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += second[i];
    }
    return sum;
  }

  private static YopoTeaching teaching(TrainingState taught, InnerAttack.Yopo attack) {
    return new YopoTeaching(
        attack,
        taught.weights(),
        TaughtByHand.budget(attack),
        TaughtByHand.start(attack),
        TaughtByHand.learning(taught),
        WeightUpdate.of(TaughtByHand.recipe(attack), taught, 4));
  }
}
