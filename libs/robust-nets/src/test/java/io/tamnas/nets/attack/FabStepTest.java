package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FabStepTest {
  private final FabStep step = new FabStep(2);

  @Test
  void stepsOverTheBoundaryAndATenthOfTheWayFromTheCleanImage() {
    // margin x + y - 1; from (0.3, 0.3), -0.4, both go up by 0.2; clean (0.2, 0.4) as well
    float[] points = {0.3f, 0.3f};

    step.advance(points, new float[] {0.2f, 0.4f}, new float[] {1, 1}, 0, -0.4);

    // 0.9 (0.3 + 1.05 · 0.2) + 0.1 (0.2 + 1.05 · 0.2), and 0.4 for the other one
    assertThat(points).containsExactly(new float[] {0.5f, 0.52f}, within(1e-6f));
  }

  @Test
  void countsTheCleanImageLessThanATenthWhereThePointIsMuchNearerToTheBoundary() {
    // the point is 0.01 away and the clean one 0.3: the pull is 1 / 31
    float[] points = {0.49f, 0.49f};

    step.advance(points, new float[] {0.2f, 0.2f}, new float[] {1, 1}, 0, -0.02);

    float expected = 30 / 31f * (0.49f + 1.05f * 0.01f) + 1 / 31f * (0.2f + 1.05f * 0.3f);
    assertThat(points).containsExactly(new float[] {expected, expected}, within(1e-6f));
  }

  @Test
  void staysInTheRangeOfPixels() {
    float[] points = {0.9f, 0.1f};

    step.advance(points, new float[] {0.9f, 0.1f}, new float[] {1, -1}, 0, -5);

    assertThat(points).containsExactly(1, 0);
  }

  @Test
  void movesOneImageOfMany() {
    float[] points = {0.5f, 0.5f, 0.3f, 0.3f, 0.7f, 0.7f};
    float[] clean = {0.5f, 0.5f, 0.2f, 0.4f, 0.7f, 0.7f};

    step.advance(points, clean, new float[] {9, 9, 1, 1, 9, 9}, 2, -0.4);

    assertThat(points)
        .containsExactly(new float[] {0.5f, 0.5f, 0.5f, 0.52f, 0.7f, 0.7f}, within(1e-6f));
  }

  @Test
  void retreatsByATenthOfTheDistance() {
    float[] points = {9, 0.7f, 0.1f};
    float[] clean = {9, 0.2f, 0.3f};

    step.retreat(points, clean, 1);

    assertThat(points).containsExactly(new float[] {9, 0.65f, 0.12f}, within(1e-6f));
    assertThat(step.distance(points, clean, 1)).isCloseTo(0.45f, within(1e-6f));
  }
}
