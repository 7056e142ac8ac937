package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogitLossesTest {
  private static final float[] LOGITS = {9, 9, 9, 9, 9, 0.5f, -1, 2, 1.5f, 0};
  private static final int[] LABELS = {0, 3};
  private static final int[] TARGETS = {1, 0};

  @Test
  void hasTheCrossEntropyOfTheTrueClass() {
    double sum = Math.exp(0.5) + Math.exp(-1) + Math.exp(2) + Math.exp(1.5) + 1;

    assertThat(value(LogitLosses.crossEntropy(LABELS), LOGITS))
        .isCloseTo(-Math.log(Math.exp(1.5) / sum), within(1e-6));
  }

  @Test
  void hasTheMarginOfTheGreatestRival() {
    assertThat(value(LogitLosses.margin(LABELS), LOGITS)).isEqualTo(2 - 1.5);
  }

  @Test
  void hasTheRatioOfLeadAndRange() {
    // -(1.5 - 0.5) / (2 - (0.5 + 0) / 2)
    assertThat(value(LogitLosses.targetedRatio(LABELS, TARGETS), LOGITS))
        .isCloseTo(-1 / 1.75, within(1e-9));
  }

  @Test
  void differentiatesEachLoss() {
    for (LogitLoss loss :
        List.of(
            LogitLosses.crossEntropy(LABELS),
            LogitLosses.margin(LABELS),
            LogitLosses.targetedRatio(LABELS, TARGETS))) {
      float[] derivative = new float[LOGITS.length];
      loss.at(LOGITS, 5, 5, 1, derivative);
      for (int c = 5; c < 10; c++) {
        assertThat((double) derivative[c]).isCloseTo(slope(loss, c), within(1e-2));
      }
    }
  }

  @Test
  void keepsTheSlopeOfACertainGuess() {
    float[] logits = {30, 0, 0};
    float[] derivative = new float[3];

    LogitLosses.crossEntropy(new int[] {0}).at(logits, 0, 3, 0, derivative);

    assertThat(derivative[0]).isLessThan(0);
  }

  private static double slope(LogitLoss loss, int position) {
    float[] more = LOGITS.clone();
    float[] less = LOGITS.clone();
    more[position] += 0.01f;
    less[position] -= 0.01f;
    return (value(loss, more) - value(loss, less)) / ((double) more[position] - less[position]);
  }

  private static double value(LogitLoss loss, float[] logits) {
    return loss.at(logits, 5, 5, 1, new float[logits.length]);
  }
}
