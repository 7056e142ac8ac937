package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkCostTest {

  @ParameterizedTest
  @CsvSource({
    "1, shuffle3, 0.2, 972472",
    "1, shuffle3, 1.0, 2034432",
    "1, shuffle3, 2.0, 3361728",
    "1, xception, 0.2, 1036904",
    "1, xception, 1.0, 2748520",
    "1, xception, 2.0, 6047208",
    "1/8, shuffle3, 0.2, 19276"
  })
  void countsParametersOfTheLargePreset(String width, String block, String scale, long parameters) {
    SearchSpace space = Spaces.only(Preset.TAM, PresetWidth.parse(width), block, scale);
    assertThat(NetworkCost.of(space, Spaces.first(space)).parameters()).isEqualTo(parameters);
  }

  /**
   * Layers of 8 channels, half of which enter, to 8, with 3 in the middle on 6×4 pixels; or of 4 to
   * 10 at stride 2 from 6×5 pixels, which leaves 3×3. Beside each, the products per pixel and the
   * parameters as weights + normalization.
   */
  @ParameterizedTest
  @CsvSource({
    // 24 · (4·3 + 9·3 + 3·4) | 51 + 2·(3 + 3 + 4)
    "shuffle3, 1, 1224, 71",
    // 24 · (4·3 + 25·3 + 3·4) | 99 + 20
    "shuffle5, 1, 2376, 119",
    // 24 · (4·3 + 49·3 + 3·4) | 171 + 20
    "shuffle7, 1, 4104, 191",
    // 24 · (9·4 + 4·3 + 9·3 + 3·3 + 9·3 + 3·4) | 123 + 2·(4 + 3 + 3 + 3 + 3 + 4)
    "xception, 1, 2952, 163",
    // 30·4·3 + 9 · (9·3 + 3·6), projection 9 · (9·4 + 4·4) | 57 + 2·(3 + 3 + 6), 52 + 2·(4 + 4)
    "shuffle3, 2, 1233, 149",
    // 30·4·3 + 9 · (25·3 + 3·6), projection 9 · (25·4 + 4·4) | 105 + 24, 116 + 16
    "shuffle5, 2, 2241, 261",
    // 30·4·3 + 9 · (49·3 + 3·6), projection 9 · (49·4 + 4·4) | 177 + 24, 212 + 16
    "shuffle7, 2, 3753, 429",
    // 9 · (9·4 + 4·3 + 9·3 + 3·3 + 9·3 + 3·6), projection 9 · (9·4 + 4·4) | 129 + 44, 52 + 16
    "xception, 2, 1629, 241",
    // as shuffle3, and 2 linear of 4·8 | 71 + 64 + biases 8 + 4
    "shuffle3-se, 1, 1288, 147",
    // as xception, and 2 linear of 6·8 | 241 + 96 + biases 8 + 6
    "xception-se, 2, 1725, 351",
    // as shuffle3, and θ, back 24 · 4·4 each, φ, g 6 · 4·4 each, 2 products of 24·6·4 | 71 + 64 + 8
    "shuffle3-nl, 1, 3336, 143",
    // as shuffle3, and θ, back 9 · 6·4 each, φ, g 1 · 6·4 each, 2 products of 9·1·4 | 149 + 96 + 12
    "shuffle3-nl, 2, 1785, 257",
  })
  void countsALayerAsByHand(String block, int stride, long multiplyAdds, long parameters) {
    BlockChoice choice = BlockChoice.parse(block);
    SubnetLayer layer =
        stride == 1
            ? new SubnetLayer(0, choice, 3, 8, 8, 1, 6, 4)
            : new SubnetLayer(0, choice, 3, 4, 10, 2, 6, 5);
    assertThat(NetworkCost.of(layer)).isEqualTo(new NetworkCost(parameters, multiplyAdds));
  }

  @Test
  void countsStemHeadAndClassifierAsByHand() {
    SearchSpace space =
        SearchSpace.parse("input=3x9x8 classes=7 stem=4/2 layers=8/1(shuffle3@1.0) head=5");
    // on 5×4 pixels: stem 27·4, head 8·5; classifier 5·7
    assertThat(NetworkCost.ofFrame(space))
        .isEqualTo(new NetworkCost(108 + 8 + 40 + 10 + 35, 20 * (108 + 40) + 35));
  }

  @Test
  void agreesWithANetworkWalkedPixelByPixel() {
    RandomGenerator random = Spaces.seeded(9);
    for (int i = 0; i < 100; i++) {
      SearchSpace space = Spaces.random(random);
      Genotype genotype = space.draw(random);
      assertThat(NetworkCost.of(space, genotype))
          .as(space.text() + " " + new GenotypeText(space).write(genotype))
          .isEqualTo(new WalkedNetwork().cost(space, genotype));
    }
  }

  @ParameterizedTest
  @EnumSource(PresetWidth.class)
  void countsThePresetForLargeImagesAsWalked(PresetWidth width) {
    SearchSpace space =
        Preset.TAM_IMAGENET.space(
            new InputShape(3, 224, 224), 1000, width, BlockChoice.ALL, ChannelScale.ALL);
    RandomGenerator random = Spaces.seeded(224);
    for (int i = 0; i < 5; i++) {
      Genotype genotype = space.draw(random);
      assertThat(NetworkCost.of(space, genotype))
          .as(new GenotypeText(space).write(genotype))
          .isEqualTo(new WalkedNetwork().cost(space, genotype));
    }
  }

  @Test
  void countsBeyondThirtyTwoBits() {
    SearchSpace space =
        SearchSpace.parse(
            "input=3x8192x8192 classes=2 stem=8192/1 layers=8192/1(shuffle3@0.1) head=8192");
    // 3×3 from 3 channels, then 409 of 4,096 in the middle, then 1×1; on 2²⁶ pixels
    long perPixel = 27L * 8192 + 4096L * 409 * 2 + 9L * 409 + 8192L * 8192;
    assertThat(NetworkCost.of(space, Spaces.first(space)).multiplyAdds())
        .isEqualTo((perPixel << 26) + 8192 * 2);
  }
}
