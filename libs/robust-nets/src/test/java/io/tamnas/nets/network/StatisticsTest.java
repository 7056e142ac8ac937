package io.tamnas.nets.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final NormedConvolution UNIT = NormedConvolution.full("u", "bn", 1, 2, 1, 1);

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void forgetsABatchThatWasNoNumbers() {
    try (NDManager manager = Engines.newManager()) {
      Constants constants = new Constants(manager);
      Unfolded network =
          new Unfolded(
              parameter -> manager.create(new float[] {1, -1}, new Shape(2, 1, 1, 1)),
              NetworkScaling.NONE,
              new BatchStatistics(manager),
              constants);
      NDArray images = manager.create(new float[] {0, 1, 2, 3}, new Shape(2, 1, 1, 2));
      float[] before = network.apply(UNIT, images).toFloatArray();

      network.apply(UNIT, manager.full(new Shape(2, 1, 1, 2), Float.NaN));

      assertThat(network.apply(UNIT, images).toFloatArray()).isEqualTo(before);
      assertThat(constants.ones(2).toFloatArray()).containsExactly(1, 1);
      assertThat(constants.zeros(2).toFloatArray()).containsExactly(0, 0);
    }
  }

  /** Means of the batches' means and unbiased variances, whatever the batches' sizes. */
  @Test
  void gathersTheMeansOverTheBatches() {
    float[][] first = {{1, 2, 3, 6}, {0, 0, 4, 4}, {5, 5, 5, 9}};
    float[][] second = {{-1, 1, 0, 8}, {2, 4, 6, 0}, {1, 1, 1, 1}};
    try (NDManager manager = Engines.newManager()) {
      RunningStatistics statistics = new RunningStatistics(manager);
      NDArray scale = manager.ones(new Shape(2));
      NDArray shift = manager.zeros(new Shape(2));
      for (int batch = 0; batch < 3; batch++) {
        float[] values = Arrays.copyOf(first[batch], 8);
        System.arraycopy(second[batch], 0, values, 4, 4);
        statistics
            .gathering(batch)
            .normalize(UNIT, manager.create(values, new Shape(1, 2, 2, 2)), scale, shift);
      }
      RunningStatistics.Moments gathered = statistics.of(UNIT);

      assertThat(gathered.mean().toFloatArray())
          .containsExactly(new float[] {(3 + 2 + 6) / 3f, (2 + 3 + 1) / 3f}, within(1e-5f));
      assertThat(gathered.variance().toFloatArray())
          .containsExactly(
              new float[] {(14 / 3f + 16 / 3f + 12 / 3f) / 3, (50 / 3f + 20 / 3f + 0) / 3},
              within(1e-5f));
    }
  }

  /** From mean 0 and variance 1; the batch's unbiased variances are 14/3 and 16/3. */
  @Test
  void followsTheBatchesMeansAndUnbiasedVariances() {
    try (NDManager manager = Engines.newManager()) {
      RunningStatistics statistics = new RunningStatistics(manager);
      NDArray scale = manager.ones(new Shape(2));
      NDArray shift = manager.zeros(new Shape(2));
      float[] values = {1, 2, 3, 6, 0, 0, 4, 4};
      NDArray batch = manager.create(values, new Shape(1, 2, 2, 2));

      statistics.keeping(0.9f).normalize(UNIT, batch, scale, shift);
      RunningStatistics.Moments once = statistics.of(UNIT);

      assertThat(once.mean().toFloatArray())
          .containsExactly(new float[] {0.3f, 0.2f}, within(1e-6f));
      assertThat(once.variance().toFloatArray())
          .containsExactly(new float[] {0.9f + 1.4f / 3, 0.9f + 1.6f / 3}, within(1e-6f));

      statistics.keeping(0.9f).normalize(UNIT, batch, scale, shift);

      assertThat(once.mean().toFloatArray())
          .containsExactly(new float[] {0.57f, 0.38f}, within(1e-6f));
    }
  }

  @Test
  void weighsASmallLastBatchLikeTheOthers() {
    try (NDManager manager = Engines.newManager()) {
      RunningStatistics statistics = new RunningStatistics(manager);
      NDArray ones = manager.ones(new Shape(2));
      NDArray large = manager.full(new Shape(6, 2, 2, 2), 3f);
      NDArray small = manager.create(new float[] {6, 8, 0, 2}, new Shape(1, 2, 1, 2));
      statistics.gathering(0).normalize(UNIT, large, ones, ones);
      statistics.gathering(1).normalize(UNIT, small, ones, ones);

      assertThat(statistics.of(UNIT).mean().toFloatArray())
          .containsExactly(new float[] {5, 2}, within(1e-5f));
      assertThat(statistics.of(UNIT).variance().toFloatArray())
          .containsExactly(new float[] {1, 1}, within(1e-5f));
    }
  }

  @Test
  void gathersNothingFromASingleValue() {
    try (NDManager manager = Engines.newManager()) {
      Statistics gathering = new RunningStatistics(manager).gathering(0);
      NDArray one = manager.ones(new Shape(1, 2, 1, 1));
      NDArray ones = manager.ones(new Shape(2));

      assertThatThrownBy(() -> gathering.normalize(UNIT, one, ones, ones))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("bn has a single value per channel");
    }
  }
}
