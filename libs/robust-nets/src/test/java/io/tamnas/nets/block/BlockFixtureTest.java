package io.tamnas.nets.block;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.fixture.Fixtures;
import io.tamnas.nets.fixture.NamedWeights;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.Statistics;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.space.Attention;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.BlockKind;
import io.tamnas.space.SubnetLayer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block against the numbers of another implementation. */
class BlockFixtureTest {
  private static final double TOLERANCE = 1e-4;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<JsonObject> cases() {
    return StreamSupport.stream(
            Fixtures.json("blocks/manifest.json").getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void computesWhatTheReferenceComputes(JsonObject example) {
    try (NDManager manager = Engines.newManager()) {
      Map<String, NDArray> arrays =
          Fixtures.arrays(manager, "blocks/" + example.get("file").getAsString());
      NamedWeights weights = new NamedWeights(arrays, manager);
      BlockPlan block = BlockPlan.of("p", layer(example));
      Constants constants = new Constants(manager);
      Execution trained =
          new Unfolded(weights, NetworkScaling.LEARNED, new BatchStatistics(manager), constants);
      Statistics running = weights.statistics(block.units());
      Execution frozen = new Unfolded(weights, NetworkScaling.LEARNED, running, constants);
      NDArray input = at(arrays, "input");

      assertClose(block.forward(trained, input), at(arrays, "output_train"));
      assertClose(block.forward(frozen, input), at(arrays, "output_eval"));
      assertClose(
          Gradients.of(input, x -> block.forward(frozen, x).mul(at(arrays, "cotangent")).sum()),
          at(arrays, "input_gradient_eval"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasAsManyParametersAsTheReference(JsonObject example) {
    long values =
        BlockPlan.of("p", layer(example)).parameters(NetworkScaling.LEARNED).stream()
            .mapToLong(parameter -> parameter.shape().size())
            .sum();

    assertThat(values).isEqualTo(example.get("parameters").getAsLong());
  }

  private static SubnetLayer layer(JsonObject example) {
    return new SubnetLayer(
        0,
        new BlockChoice(kind(example), attention(example)),
        example.get("mid").getAsInt(),
        example.get("inputChannels").getAsInt(),
        example.get("outputChannels").getAsInt(),
        example.get("stride").getAsInt(),
        8,
        8);
  }

  private static BlockKind kind(JsonObject example) {
    String name = example.get("block").getAsString();
    return Arrays.stream(BlockKind.values())
        .filter(kind -> kind.text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Attention attention(JsonObject example) {
    JsonElement name = example.get("attention");
    String suffix = name.isJsonNull() ? "" : "-" + name.getAsString();
    return Arrays.stream(Attention.values())
        .filter(attention -> attention.suffix().equals(suffix))
        .findFirst()
        .orElseThrow();
  }

  private static NDArray at(Map<String, NDArray> arrays, String name) {
    return java.util.Objects.requireNonNull(arrays.get(name), name);
  }

  private static void assertClose(NDArray actual, NDArray expected) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    assertThat(actual.sub(expected).abs().max().getFloat()).isLessThan((float) TOLERANCE);
  }
}
