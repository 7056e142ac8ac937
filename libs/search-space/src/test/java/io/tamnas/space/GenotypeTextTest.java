package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GenotypeTextTest {

  private static final GenotypeText TEXT =
      new GenotypeText(
          SearchSpace.parse(
              "input=3x16x16 classes=10 stem=8/1"
                  + " layers=16/1(shuffle3,xception-se@0.6,1.2),16/1,32/2(shuffle7-nl@2.0)"
                  + " head=64"));

  @Test
  void writesAWordPerLayer() {
    Genotype genotype = new Genotype(List.of(0, 1, 0, 0, 1, 0));
    assertThat(TEXT.write(genotype)).isEqualTo("shuffle3@0.6 xception-se@1.2 shuffle7-nl@2.0");
  }

  @Test
  void returnsFromTextUnchanged() {
    RandomGenerator random = Spaces.seeded(3);
    for (int i = 0; i < 300; i++) {
      SearchSpace space = Spaces.random(random);
      GenotypeText text = new GenotypeText(space);
      Genotype genotype = space.draw(random);
      assertThat(text.read(text.write(genotype))).as(space.text()).isEqualTo(genotype);
    }
  }

  @Test
  void isAListOfIntegersAsJson() {
    Genotype genotype = new Genotype(List.of(0, 1, 0, 0, 1, 0));
    String json = "{\"genes\":[0,1,0,0,1,0]}";
    assertThat(JsonMapper.shared().writeValueAsString(genotype)).isEqualTo(json);
    assertThat(JsonMapper.shared().readValue(json, Genotype.class)).isEqualTo(genotype);
  }

  @Test
  void takesAnyGapBetweenWords() {
    assertThat(TEXT.read("  shuffle3@1.2\nshuffle3@0.6\t shuffle7-nl@2.0 "))
        .isEqualTo(new Genotype(List.of(0, 0, 0, 1, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"|a genotype of this space has 3 words, one per layer, not 0",
        "shuffle3@0.6|a genotype of this space has 3 words, one per layer, not 1",
        "shuffle3@0.6 shuffle3 shuffle7-nl@2.0|layer 1: a layer is written block@scale, such as"
            + " shuffle3@0.6, not 'shuffle3'",
        "shuffle3@0.6 shuffle3@1.2@1 shuffle7-nl@2.0|layer 1: a layer is written block@scale, such"
            + " as shuffle3@0.6, not 'shuffle3@1.2@1'",
        "shuffle3@0.6 shuffle5@1.2 shuffle7-nl@2.0|layer 1: 'shuffle5' is not among its choices"
            + " shuffle3, xception-se",
        "shuffle3@0.6 shuffle3@1.2 shuffle7-nl@1.2|layer 2: '1.2' is not among its choices 2.0",
      })
  void saysWhichWordIsWrongAndWhatTheLayerAllows(String text, String message) {
    assertThatThrownBy(() -> TEXT.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesToWriteGenotypesOfOtherSpaces() {
    assertThatThrownBy(() -> TEXT.write(new Genotype(List.of(0, 2, 0, 0, 1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("genotype genes/1: the block of layer 1 must be between 0 and 1, is 2");
  }
}
