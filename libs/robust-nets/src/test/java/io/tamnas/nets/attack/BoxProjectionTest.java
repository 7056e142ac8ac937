package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tamnas.nets.random.SplitMix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxProjectionTest {

  @Test
  void movesEveryCoordinateAlikeWhereTheBoxIsFar() {
    // x + 3y = 1.6 seen from (0.5, 0.5), where the left side is 2
    assertThat(project(new float[] {0.5f, 0.5f}, new float[] {1, 3}, 0.4))
        .containsExactly(new float[] {0.4f, 0.4f}, within(1e-6f));
  }

  @Test
  void stopsACoordinateAtTheBoxAndMovesTheOthersFurther() {
    // x + 3y = 0.5 seen from (0.1, 0.5): x can give 0.1, so y gives (1.1 - 0.1) / 3
    assertThat(project(new float[] {0.1f, 0.5f}, new float[] {1, 3}, 1.1))
        .containsExactly(new float[] {0, 0.5f - 1 / 3f}, within(1e-6f));
  }

  @Test
  void movesTowardsAHyperplaneOnEitherSide() {
    assertThat(project(new float[] {0.5f, 0.5f}, new float[] {1, -3}, -0.4))
        .containsExactly(new float[] {0.6f, 0.4f}, within(1e-6f));
  }

  @Test
  void goesToTheCornerWhereTheBoxDoesNotReachTheHyperplane() {
    assertThat(project(new float[] {0.25f, 0.5f, 0.5f}, new float[] {1, -3, 0}, 9))
        .containsExactly(0, 1, 0.5f);
    assertThat(length(new float[] {0.25f, 0.5f, 0.5f}, new float[] {1, -3, 0}, 9)).isEqualTo(0.5);
  }

  @Test
  void leavesAPointOfTheHyperplaneAndAFunctionWithoutSlope() {
    assertThat(project(new float[] {0.5f, 1}, new float[] {1, -3}, 0)).containsExactly(0.5f, 1);
    assertThat(project(new float[] {0.5f, 1}, new float[] {0, 0}, 2)).containsExactly(0.5f, 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithBisection(long seed) {
    RandomGenerator random = SplitMix.of(seed, "projection test");
    float[] point = new float[200];
    float[] normal = new float[200];
    double reach = 0;
    for (int i = 0; i < point.length; i++) {
      point[i] = Math.clamp(random.nextFloat() * 1.4f - 0.2f, 0, 1);
      normal[i] = random.nextInt(5) == 0 ? 0 : (float) random.nextGaussian();
      reach += normal[i] > 0 ? normal[i] * point[i] : normal[i] * (point[i] - 1);
    }
    double residual = reach * random.nextDouble();

    assertThat(length(point, normal, residual))
        .isCloseTo(bisect(point, normal, residual), within(1e-7));
    float[] projected = project(point, normal, residual);
    double left = residual;
    for (int i = 0; i < point.length; i++) {
      left += (double) normal[i] * (projected[i] - point[i]);
      assertThat(projected[i]).isBetween(0f, 1f);
    }
    assertThat(left).isCloseTo(0, within(1e-4));
  }

  /** The least length at which moving against the normal takes the positive residual away. */
  private static double bisect(float[] point, float[] normal, double residual) {
    double low = 0;
    double high = 1;
    for (int round = 0; round < 60; round++) {
      double middle = (low + high) / 2;
      double left = residual;
      for (int i = 0; i < point.length; i++) {
        double moved = Math.clamp(point[i] - Math.signum(normal[i]) * middle, 0, 1);
        left += normal[i] * (moved - point[i]);
      }
      if (left > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  @ParameterizedTest
  @CsvSource({"0", "3"})
  void readsThePointFromItsOffset(int offset) {
    float[] points = {0.9f, 0.9f, 0.9f, 0.9f, 0.9f};
    float[] normals = {9, 9, 9, 9, 9};
    points[offset] = 0.1f;
    points[offset + 1] = 0.5f;
    normals[offset] = 1;
    normals[offset + 1] = 3;

    assertThat(new BoxProjection(2).length(points, offset, normals, offset, 1.1))
        .isCloseTo(1 / 3.0, within(1e-7));
  }

  private static double length(float[] point, float[] normal, double residual) {
    return new BoxProjection(point.length).length(point, 0, normal, 0, residual);
  }

  private static float[] project(float[] point, float[] normal, double residual) {
    BoxProjection projection = new BoxProjection(point.length);
    float[] steps = new float[point.length];
    projection.writeSteps(projection.length(point, 0, normal, 0, residual), steps);
    for (int i = 0; i < point.length; i++) {
      steps[i] += point[i];
    }
    return steps;
  }
}
