package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceViolationsTest {

  private static final String ALONE = "(shuffle3@1.0)";

  @Test
  void findsNothingWrongWithValidSpaces() {
    RandomGenerator random = Spaces.seeded(5);
    for (int i = 0; i < 300; i++) {
      SearchSpace space = Spaces.random(random);
      assertThat(space.violations()).as(space.text()).isEmpty();
      assertThat(space.subnet(space.draw(random)))
          .as(space.text())
          .allMatch(layer -> layer.mainInputChannels() > 0 && layer.mainOutputChannels() > 0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "classes=1 stem=8/1 layers=16/1 head=8|classes|must be between 2 and 100000, is 1",
        "classes=2 stem=1/1 layers=16/1 head=8|stem/width|must be between 2 and 8192, is 1",
        "classes=2 stem=8/0 layers=16/1 head=8|stem/stride|must be 1 or 2, is 0",
        "classes=2 stem=8/1 layers=16/1 head=0|headWidth|must be between 1 and 8192, is 0",
        "classes=2 stem=8/1 layers=16/3 head=8|layers/0/stride|must be 1 or 2, is 3",
        "classes=2 stem=8/1 layers=17/1 head=8|layers/0/width|must be an even number from 4 to"
            + " 8192, is 17",
        "classes=2 stem=2/1 layers=2/1 head=8|layers/0/width|must be an even number from 4 to"
            + " 8192, is 2",
        "classes=2 stem=2/1 layers=9000/1 head=8|layers/0/width|must be an even number from 4 to"
            + " 8192, is 9000",
        "classes=2 stem=9/1 layers=6/1,4/1,4/2 head=8|layers/2/width|must be more than the 4"
            + " channels that go beside the main branch, is 4",
        "classes=2 stem=7/1 layers=4/1 head=8|layers/0/width|must be more than the 4 channels that"
            + " go beside the main branch, is 4",
      })
  void namesWhatIsWrongWithTheFrame(String frame, String path, String message) {
    String text = frame.replaceFirst("layers=(\\d+/\\d)", "layers=$1" + ALONE);
    SearchSpace space = SearchSpace.parse("input=3x16x16 " + text);
    assertThat(space.violations()).containsExactly(new Violation(path, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1025x16x16|input/channels|must be between 1 and 1024, is 1025",
        "3x8193x16|input/height|must be between 1 and 8192, is 8193",
        "3x16x8193|input/width|must be between 1 and 8192, is 8193",
        "3x16x2147483647|input/width|must be between 1 and 8192, is 2147483647",
        "5x8192x8192|input|must have at most 268435456 values per image, is 5x8192x8192",
      })
  void boundsTheImages(String input, String path, String message) {
    SearchSpace space =
        SearchSpace.parse(
            "input=" + input + " classes=2 stem=8/2 layers=16/2(shuffle3@1.0) head=8");
    assertThat(space.violations()).contains(new Violation(path, message));
    assertThat(space.violations()).allMatch(violation -> violation.path().startsWith("input"));
  }

  @Test
  void admitsTheLargestImages() {
    SearchSpace space =
        SearchSpace.parse("input=4x8192x8192 classes=2 stem=8/2 layers=16/2(shuffle3@1.0) head=8");
    assertThat(space.violations()).isEmpty();
  }

  @Test
  void admitsAMainBranchOfOneChannel() {
    assertThat(layers("4/1" + ALONE + ",6/2", 6).violations()).isEmpty();
  }

  @Test
  void wantsLayers() {
    assertThat(layers("", 8).violations())
        .containsExactly(new Violation("layers", "must be 1 to 256 layers, is 0"));
    String many = "8/1" + ALONE + ",8/1".repeat(256);
    assertThat(layers(many, 8).violations())
        .containsExactly(new Violation("layers", "must be 1 to 256 layers, is 257"));
  }

  @Test
  void wantsChoices() {
    assertThat(layers("8/1" + ALONE + ",8/1(@)", 8).violations())
        .containsExactly(
            new Violation("layers/1/blocks", "must have at least one choice, is empty"),
            new Violation("layers/1/scales", "must have at least one choice, is empty"));
  }

  @Test
  void wantsDifferentChoices() {
    assertThat(layers("8/1(xception,shuffle3,xception@0.2,0.2,0.4,0.2)", 8).violations())
        .containsExactly(
            new Violation("layers/0/blocks/2", "must differ from that at 0, is xception too"),
            new Violation("layers/0/scales/1", "must differ from that at 0, is 0.2 too"),
            new Violation("layers/0/scales/3", "must differ from that at 0, is 0.2 too"));
  }

  @Test
  void noticesWhereTheFeatureMapRunsOut() {
    SearchSpace space =
        SearchSpace.parse(
            "input=3x4x2 classes=2 stem=4/2 layers=8/1(shuffle3@1.0),16/2,16/1 head=8");
    assertThat(space.violations())
        .containsExactly(
            new Violation(
                "layers/1/stride", "must be 1, because the feature map is down to 2x1 here, is 2"));
    SearchSpace tiny =
        SearchSpace.parse("input=3x1x1 classes=2 stem=4/2 layers=8/1(shuffle3@1.0) head=8");
    assertThat(tiny.violations()).extracting(Violation::path).containsExactly("stem/stride");
  }

  @ParameterizedTest
  @CsvSource({
    "17x16, 8/1, 17x16",
    "16x17, 8/1, 16x17",
    "34x8, 16/2, 17x4",
    "1x2, 8/1, 1x2",
    "2x2, 16/2, 1x1"
  })
  void keepsNonLocalBlocksFromMapsOfOtherSizes(String sides, String layer, String found) {
    assertThat(nonLocal(sides, layer).violations())
        .containsExactly(
            new Violation(
                "layers/0/blocks/1",
                "xception-nl needs a feature map from 2x2 to 16x16 behind the layer's stride,"
                    + " here it is "
                    + found));
  }

  @ParameterizedTest
  @CsvSource({"16x16, 8/1", "32x31, 16/2", "2x2, 8/1", "3x4, 16/2"})
  void admitsNonLocalBlocksByTheMapBehindTheStride(String sides, String layer) {
    assertThat(nonLocal(sides, layer).violations()).isEmpty();
  }

  @Test
  void namesAllViolationsAtOnce() {
    SearchSpace space =
        SearchSpace.parse(
            "input=3x32x32 classes=1 stem=0/3"
                + " layers=7/1(shuffle3-nl,shuffle3-nl@1.0),8/4(@) head=-1");
    List<String> paths =
        List.of(
            "classes",
            "stem/width",
            "headWidth",
            "stem/stride",
            "layers/0/width",
            "layers/0/blocks/1",
            "layers/0/blocks/0",
            "layers/0/blocks/1",
            "layers/1/stride",
            "layers/1/blocks",
            "layers/1/scales");

    assertThat(space.violations()).extracting(Violation::path).containsExactlyElementsOf(paths);
    assertThatThrownBy(space::requireValid)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the search space is invalid: classes: must be between 2 and 100000, is 1; stem/width:")
        .hasMessageEndingWith("layers/1/scales: must have at least one choice, is empty");
  }

  @Test
  void blamesOneLayerForItsHugeWidthAndNotTheNext() {
    assertThat(layers("1000000000/1" + ALONE + ",16/1", 8).violations())
        .extracting(Violation::path)
        .containsExactly("layers/0/width");
  }

  @Test
  void returnsAValidSpaceAsItIs() {
    SearchSpace space = Spaces.nano();
    assertThat(space.requireValid()).isSameAs(space);
  }

  private static SearchSpace layers(String layers, int stem) {
    return SearchSpace.parse(
        "input=3x16x16 classes=2 stem=" + stem + "/1 layers=" + layers + " head=8");
  }

  private static SearchSpace nonLocal(String sides, String layer) {
    return SearchSpace.parse(
        "input=3x"
            + sides
            + " classes=2 stem=8/1 layers="
            + layer
            + "(shuffle3-se,xception-nl@1.0) head=8");
  }
}
