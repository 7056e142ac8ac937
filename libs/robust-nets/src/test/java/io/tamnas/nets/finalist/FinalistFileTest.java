package io.tamnas.nets.finalist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalistFileTest {
  private static final SearchSpace SPACE = TinySpaces.everything();
  private static final Genotype GENOTYPE = new Genotype(List.of(5, 10, 0, 1));
  private static final SupernetPlan PLAN = SupernetPlan.ofNetwork(SPACE, GENOTYPE);

  private final Dataset dataset = new SyntheticDataset(16, 1);
  @TempDir Path work;
  private NDManager manager;
  private Path file;

  @BeforeEach
  void open() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    file = work.resolve("finalist.tamnas");
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void readsWhatWasWritten() {
    Supernet values = values();
    write(values);

    Finalist finalist = read(SPACE, GENOTYPE, dataset);

    assertThat(finalist.plan()).isEqualTo(PLAN.widest());
    for (Parameter parameter : PLAN.parameters()) {
      assertThat(finalist.weights().get(parameter).toFloatArray())
          .as(parameter.name())
          .isEqualTo(values.full(parameter).toFloatArray());
    }
  }

  @Test
  void isTheSameBytesForTheSameNetwork() throws IOException {
    String digest = write(values());
    byte[] first = Files.readAllBytes(file);

    assertThat(write(values())).isEqualTo(digest);
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  @Test
  void foldsToTheNetworkUnderItsRunningStatistics() {
    write(values());
    Finalist finalist = read(SPACE, GENOTYPE, dataset);
    Unfolded unfolded =
        Unfolded.of(
            finalist.plan(), finalist.weights(), finalist.statistics(), new Constants(manager));
    NDArray images = manager.create(random("images", 4 * 3 * 8 * 8), new Shape(4, 3, 8, 8));

    assertThat(finalist.classifier(manager).logits(images).toFloatArray())
        .containsExactly(finalist.plan().forward(unfolded, images).toFloatArray(), within(1e-4f));
  }

  /** w′ = w · γ / √(variance + ε) and b′ = β − mean · γ / √(variance + ε). */
  @Test
  void givesEachFoldedKernelAway() {
    Supernet values = values();
    write(values);
    NormedConvolution stem = PLAN.widest().stem();
    Folded.Kernel kernel = read(SPACE, GENOTYPE, dataset).folded(manager).kernel(stem);

    float variance = values.full(stem.runningVariance()).toFloatArray()[0];
    float mean = values.full(stem.runningMean()).toFloatArray()[0];
    float factor = values.full(stem.scale()).toFloatArray()[0] / (float) Math.sqrt(variance + 1e-5);
    assertThat(kernel.weight().toFloatArray()[0])
        .isCloseTo(factor * values.full(stem.weight()).toFloatArray()[0], within(1e-6f));
    assertThat(kernel.bias().toFloatArray()[0])
        .isCloseTo(values.full(stem.shift()).toFloatArray()[0] - mean * factor, within(1e-6f));
  }

  @Test
  void refusesAnotherNetworkAndOtherData() {
    write(values());

    assertThatThrownBy(() -> read(SPACE, new Genotype(List.of(5, 11, 0, 1)), dataset))
        .isInstanceOf(InvalidCheckpointException.class);
    assertThatThrownBy(() -> read(SPACE, GENOTYPE, new SyntheticDataset(16, 2)))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("is for dataset 'synthetic-16-1', but 'synthetic-16-2' is wanted");
    assertThatThrownBy(() -> read(SPACE.only(GENOTYPE), TinySpaces.first(SPACE), dataset))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("is for space");
  }

  @Test
  void refusesValuesThatNoNetworkHas() {
    NetworkPlan plan = PLAN.widest();

    assertRefused(plan.classifier(), Float.NaN);
    assertRefused(plan.head().scale(), Float.POSITIVE_INFINITY);
    assertRefused(plan.head().runningVariance(), -1e-3f);
    assertRefused(plan.pixelDeviation(), 0);
  }

  private void assertRefused(Parameter parameter, float value) {
    Supernet values = values();
    float[] spoilt = values.full(parameter).toFloatArray();
    spoilt[spoilt.length - 1] = value;
    values.full(parameter).set(spoilt);
    write(values);

    assertThatThrownBy(() -> read(SPACE, GENOTYPE, dataset))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("has " + value + " in " + parameter.name());
  }

  private String write(Supernet values) {
    return FinalistFile.write(file, values, SPACE, GENOTYPE, dataset.digest(), Map.of("seed", "1"));
  }

  private Finalist read(SearchSpace space, Genotype genotype, Dataset data) {
    return FinalistFile.read(file, space, genotype, data, manager);
  }

  /** Other than any beginning. */
  private Supernet values() {
    return Supernet.of(PLAN, FinalistFileTest::value, manager);
  }

  private static float[] value(Parameter parameter) {
    float[] values = random(parameter.name(), (int) parameter.shape().size());
    if (parameter.decays() && !parameter.name().startsWith("pixels.")) {
      for (int i = 0; i < values.length; i++) {
        values[i] -= 0.5f;
      }
    }
    return values;
  }

  /** Above 0. */
  private static float[] random(String name, int count) {
    RandomGenerator random = SplitMix.of(1, name);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.2f + 0.5f * random.nextFloat();
    }
    return values;
  }
}
