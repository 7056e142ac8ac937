package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Counts against networks that were built and counted elsewhere. */
class ReferenceNetworksTest {

  private static final ObjectMapper JSON = JsonMapper.shared();

  @Test
  void countsTheParametersOfEachReferenceBlock() {
    JsonNode blocks = fixture("blocks/manifest.json");
    assertThat(blocks).hasSize(24);
    for (JsonNode block : blocks) {
      SubnetLayer layer = layer(block, 8);
      long parameters = NetworkCost.of(layer).parameters();
      assertThat(parameters).as(block.toString()).isEqualTo(block.path("parameters").asLong());
    }
  }

  @Test
  void derivesTheMiddleChannelsOfEachReferenceBlockFromItsScale() {
    for (JsonNode block : fixture("blocks/manifest.json")) {
      ChannelScale scale = ChannelScale.of(block.path("scale").decimalValue());
      assertThat(scale.middleChannels(block.path("outputChannels").asInt()))
          .as(block.toString())
          .isEqualTo(block.path("mid").asInt());
    }
  }

  @Test
  void countsTheParametersOfTheReferenceNetwork() {
    JsonNode network = fixture("robust-net/expected.json");
    List<Layer> layers =
        network.path("layers").valueStream().map(ReferenceNetworksTest::onlyChoice).toList();
    Stem stem = new Stem(network.path("stem").asInt(), 1);
    SearchSpace space =
        new SearchSpace(Spaces.COLOUR_32, 10, stem, layers, network.path("head").asInt());

    assertThat(space.requireValid().cardinality()).isOne();
    assertThat(NetworkCost.of(space, Spaces.first(space)).parameters())
        .isEqualTo(network.path("parameters").asLong())
        .isEqualTo(107_108);
  }

  private static SubnetLayer layer(JsonNode block, int side) {
    String suffix =
        block.path("attention").isNull() ? "" : "-" + block.path("attention").asString();
    return new SubnetLayer(
        0,
        BlockChoice.parse(block.path("block").asString() + suffix),
        block.path("mid").asInt(),
        block.path("inputChannels").asInt(),
        block.path("outputChannels").asInt(),
        block.path("stride").asInt(),
        side,
        side);
  }

  private static Layer onlyChoice(JsonNode block) {
    int width = block.path("outputChannels").asInt();
    int middle = block.path("mid").asInt();
    ChannelScale scale =
        ChannelScale.ALL.stream()
            .filter(candidate -> candidate.middleChannels(width) == middle)
            .findFirst()
            .orElseThrow();
    List<BlockChoice> blocks = Spaces.blocks(block.path("block").asString());
    return new Layer(width, block.path("stride").asInt(), blocks, List.of(scale));
  }

  private static JsonNode fixture(String name) {
    Path file = Path.of(System.getProperty("tamnas.shared", "absent")).resolve("fixtures", name);
    assumeTrue(Files.exists(file), () -> "no reference numbers here: " + file + " is missing");
    return JSON.readTree(file);
  }
}
