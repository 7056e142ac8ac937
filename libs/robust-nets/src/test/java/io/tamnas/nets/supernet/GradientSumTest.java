package io.tamnas.nets.supernet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.block.Parameter.Beginning;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientSumTest {
  private static final Parameter NARROW = parameter(2, 1);
  private static final Parameter WIDE = parameter(2, 3);

  @Test
  void addsTheBeginningsOfWiderParametersInAnyOrder() {
    Engines.configure(1, DeviceChoice.CPU);
    try (NDManager manager = Engines.newManager()) {
      NDArray narrow = manager.create(new float[] {10, 20}, NARROW.shape());
      NDArray wide = manager.create(new float[] {1, 2, 3, 4, 5, 6}, WIDE.shape());
      for (List<Parameter> order :
          List.of(List.of(NARROW, WIDE, NARROW), List.of(WIDE, NARROW, NARROW))) {
        GradientSum sum = new GradientSum(manager);
        order.forEach(parameter -> sum.add(parameter, parameter.equals(WIDE) ? wide : narrow));

        assertThat(sum.trained()).containsExactly(WIDE);
        assertThat(sum.gradient(WIDE).toFloatArray()).containsExactly(21, 2, 3, 44, 5, 6);
      }
      assertThat(wide.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  private static Parameter parameter(int rows, int columns) {
    return new Parameter("kernel", new Shape(rows, columns), new Beginning.Constant(0));
  }
}
