package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTextTest {

  private static final String TEXT =
      "input=3x32x16 classes=10 stem=8/1"
          + " layers=16/1(shuffle3,xception-se@0.2,2.0),16/1,32/2,32/1(shuffle5@1.0) head=64";

  @Test
  void writesTheChoicesOfALayerWhereTheyDifferFromTheLayersBefore() {
    List<BlockChoice> two = Spaces.blocks("shuffle3", "xception-se");
    List<ChannelScale> ends = Spaces.scales("0.2", "2.0");
    List<Layer> layers =
        List.of(
            new Layer(16, 1, two, ends),
            new Layer(16, 1, two, ends),
            new Layer(32, 2, two, ends),
            new Layer(32, 1, Spaces.blocks("shuffle5"), Spaces.scales("1.0")));
    SearchSpace space = new SearchSpace(new InputShape(3, 32, 16), 10, new Stem(8, 1), layers, 64);

    assertThat(space.text()).isEqualTo(TEXT);
    assertThat(SearchSpace.parse(TEXT)).isEqualTo(space);
  }

  @Test
  void returnsFromTextUnchanged() {
    RandomGenerator random = Spaces.seeded(11);
    for (int i = 0; i < 500; i++) {
      SearchSpace space = Spaces.random(random);
      assertThat(SearchSpace.parse(space.text())).isEqualTo(space);
    }
  }

  @Test
  void keepsWhatIsInvalidForTheCheckToName() {
    String text = "input=1x1x1 classes=-3 stem=0/7 layers=5/3(@),5/3 head=0";
    assertThat(SearchSpace.parse(text).text()).isEqualTo(text);
    String empty = "input=1x1x1 classes=2 stem=4/1 layers= head=4";
    assertThat(SearchSpace.parse(empty).text()).isEqualTo(empty);
  }

  @Test
  void readsRepeatedChoicesAndWritesThemOnce() {
    String repeated =
        "input=3x8x8 classes=2 stem=4/1 layers=8/1(shuffle3@1.0),8/1(shuffle3@1.0) head=4";
    assertThat(SearchSpace.parse(repeated).text())
        .isEqualTo("input=3x8x8 classes=2 stem=4/1 layers=8/1(shuffle3@1.0),8/1 head=4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"|character 1: expected 'input=', but the text ends",
        "inputs|character 1: expected 'input=', but there is 'inputs'",
        "input=x32x32|character 7: expected a whole number of 32 bits, but there is 'x32x32'",
        "input=3x32|character 11: expected 'x', but the text ends",
        "input=0x1x1 |character 7: an input has at least one channel, row and column, not 0x1x1",
        "input=3x1x1 classes=99999999999 |character 21: expected a whole number of 32 bits",
        "input=3x1x1 classes=2 stem=8 layers= |character 29: expected '/', but there is ' layers='",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1,8/1 head=8|character 42: expected the choices of"
            + " the first layer, such as (shuffle3,xception@0.2,2.0), but there is ',8/1 head=8'",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1(shuffle9@1.0) head=8|character 43: no block is"
            + " called 'shuffle9'; known are shuffle3, shuffle5",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1(shuffle3@1) head=8|character 52: a channel scale"
            + " is written with one decimal, such as 0.6, not '1'",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1(shuffle3@0.0) head=8|character 52: a channel"
            + " scale is between 0.1 and 4.0 in steps of 0.1, not 0.0",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1(shuffle3) head=8|character 51: expected '@'",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1(shuffle3@1.0 head=8|character 55: expected ')'",
        "input=3x1x1 classes=2 stem=8/1 layers=8/1(shuffle3@1.0), head=8|character 57: expected a"
            + " whole number of 32 bits, but there is ' head=8'",
        "input=3x1x1 classes=2 stem=8/1 layers= head=8,|character 46: expected the end, but there is ','",
      })
  void saysWhereATextIsWrongAndWhatWouldBeRight(String text, String message) {
    assertThatThrownBy(() -> SearchSpace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("search space, " + message);
  }
}
