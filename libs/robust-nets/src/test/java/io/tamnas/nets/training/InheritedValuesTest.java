package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.finalist.Finalist;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.supernet.Recalibration;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritedValuesTest {
  private static final SearchSpace SPACE = TinySpaces.everything();

  /** Narrow and wide, squeeze-and-excitation and non-local. */
  private static final Genotype GENOTYPE = new Genotype(List.of(5, 10, 0, 1));

  @Test
  void beginWithTheLogitsOfTheRecalibratedPath() {
    Engines.configure(1, DeviceChoice.CPU);
    try (TrainingState state = States.fresh(SPACE)) {
      NDManager manager = state.manager();
      List<NDArray> batches = List.of(images(manager, 1), images(manager, 2));
      NetworkPlan path = state.plan().path(GENOTYPE);
      Weights weights = state.weights().copy(manager);
      Folded folded =
          new Folded(path, weights, Recalibration.of(path, weights, batches, manager), manager);

      SupernetPlan own = SupernetPlan.ofNetwork(SPACE, GENOTYPE);
      InheritedValues inherited = new InheritedValues(state.weights(), GENOTYPE, batches, manager);
      Finalist finalist = new Finalist(Supernet.of(own, inherited, manager));

      NDArray seen = images(manager, 3);
      assertThat(finalist.classifier(manager).logits(seen).toFloatArray())
          .containsExactly(path.forward(folded, seen).toFloatArray(), within(1e-6f));
    }
  }

  private static NDArray images(NDManager manager, long key) {
    float[] pixels = new float[16 * 3 * 8 * 8];
    new NoiseStream(key, pixels.length).fill(0, pixels, 0);
    return manager.create(pixels, new Shape(16, 3, 8, 8));
  }
}
