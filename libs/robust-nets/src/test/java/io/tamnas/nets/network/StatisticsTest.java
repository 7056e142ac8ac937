package io.tamnas.nets.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
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
