package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {

  private static final InputShape LARGE = new InputShape(3, 224, 224);

  record Offer(Preset preset, PresetWidth width) {}

  static Stream<Offer> offers() {
    return Stream.of(Preset.values())
        .flatMap(preset -> preset.widths().stream().map(width -> new Offer(preset, width)));
  }

  @ParameterizedTest
  @MethodSource("offers")
  void hasNoViolationInAnyWidthItComesIn(Offer offer) {
    for (InputShape input : List.of(new InputShape(1, 28, 28), Spaces.COLOUR_32, LARGE)) {
      SearchSpace space =
          offer.preset().space(input, 10, offer.width(), BlockChoice.ALL, ChannelScale.ALL);
      assertThat(space.violations()).as(space.text()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tam|1|16/1|64/1 64/1 64/1 64/1 160/2 160/1 160/1 160/1 320/2 320/1 320/1 320/1 320/1"
            + " 320/1 320/1 320/1 640/1 640/1 640/1 640/1|1024",
        "tam|1/2|16/1|32/1 32/1 32/1 32/1 80/2 80/1 80/1 80/1 160/2 160/1 160/1 160/1 160/1"
            + " 160/1 160/1 160/1 320/1 320/1 320/1 320/1|512",
        "tam|1/4|16/1|16/1 16/1 16/1 16/1 40/2 40/1 40/1 40/1 80/2 80/1 80/1 80/1 80/1"
            + " 80/1 80/1 80/1 160/1 160/1 160/1 160/1|256",
        "tam|1/8|8/1|16/1 16/1 16/1 16/1 24/2 24/1 24/1 24/1 40/2 40/1 40/1 40/1 40/1"
            + " 40/1 40/1 40/1 80/1 80/1 80/1 80/1|128",
        "tam-nano|1|8/1|16/1 16/1 32/2 32/1 64/2 64/1|64",
        "tam-imagenet|1|16/2|64/2 64/1 64/1 64/1 160/2 160/1 160/1 160/1 320/2 320/1 320/1 320/1"
            + " 320/1 320/1 320/1 320/1 640/2 640/1 640/1 640/1|1024",
        "tam-imagenet|1/4|8/2|16/2 16/1 16/1 16/1 40/2 40/1 40/1 40/1 80/2 80/1 80/1 80/1 80/1"
            + " 80/1 80/1 80/1 160/2 160/1 160/1 160/1|256",
      })
  void hasTheFrameOfTheTable(String name, String width, String stem, String layers, int head) {
    SearchSpace space =
        Preset.parse(name)
            .space(LARGE, 10, PresetWidth.parse(width), BlockChoice.PLAIN, ChannelScale.ALL);

    assertThat(space.stem().width() + "/" + space.stem().stride()).isEqualTo(stem);
    assertThat(space.layers())
        .extracting(layer -> layer.width() + "/" + layer.stride())
        .containsExactly(layers.split(" "));
    assertThat(space.headWidth()).isEqualTo(head);
  }

  @Test
  void leavesNonLocalBlocksOutWhereTheMapIsLarge() {
    SearchSpace space = tam(BlockChoice.ALL);

    assertThat(space.layers().subList(0, 4)).allMatch(layer -> layer.blocks().size() == 8);
    assertThat(space.layers().subList(4, 20)).allMatch(layer -> layer.blocks().size() == 12);
    assertThat(space.cardinality())
        .isEqualTo(BigInteger.valueOf(80).pow(4).multiply(BigInteger.valueOf(120).pow(16)));
  }

  @Test
  void hasTwelveBlocksAndTenScalesPerLayerWhereEveryMapIsSmall() {
    SearchSpace space =
        Preset.TAM.space(
            new InputShape(3, 16, 16), 10, PresetWidth.FULL, BlockChoice.ALL, ChannelScale.ALL);
    assertThat(space.cardinality()).isEqualTo(BigInteger.valueOf(12 * 10).pow(20));
    assertThat(tam(BlockChoice.PLAIN).cardinality()).isEqualTo(BigInteger.valueOf(40).pow(20));
  }

  @Test
  void keepsNonLocalBlocksThatAreAllThereIsForTheViolationsToName() {
    assertThat(tam(Spaces.blocks("shuffle3-nl")).violations())
        .extracting(Violation::path)
        .containsExactly(
            "layers/0/blocks/0", "layers/1/blocks/0", "layers/2/blocks/0", "layers/3/blocks/0");
  }

  @Test
  void namesTheWidthsItComesIn() {
    assertThatThrownBy(
            () ->
                Preset.TAM_NANO.space(
                    LARGE, 10, PresetWidth.QUARTER, BlockChoice.PLAIN, ChannelScale.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tam-nano comes in width 1, not 1/4");
  }

  @Test
  void isFoundByItsName() {
    for (Preset preset : Preset.values()) {
      assertThat(Preset.parse(preset.text())).isEqualTo(preset);
    }
    assertThatThrownBy(() -> Preset.parse("tiny"))
        .hasMessage("a preset is one of tam, tam-nano, tam-imagenet, not 'tiny'");
    assertThatThrownBy(() -> PresetWidth.parse("0.25"))
        .hasMessage("a width is one of 1, 1/2, 1/4, 1/8, not '0.25'");
  }

  private static SearchSpace tam(List<BlockChoice> blocks) {
    return Preset.TAM.space(Spaces.COLOUR_32, 10, PresetWidth.FULL, blocks, ChannelScale.ALL);
  }
}
