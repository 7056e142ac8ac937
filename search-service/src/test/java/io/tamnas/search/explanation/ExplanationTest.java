package io.tamnas.search.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A front of four among twelve measured subnets, counted and tested by hand.
 *
 * <p>Layer 1: the front has shuffle5 only, at 0.2 twice and at 0.4 twice; the other eight have
 * shuffle3 at 2.0. Layer 2: the front has each of the four blocks once and each of the two scales
 * twice; the others have each of the eight combinations once.
 */
class ExplanationTest {

  private static final SearchSpace SPACE =
      SearchSpace.parse(
          "input=3x32x32 classes=10 stem=8/1 layers=64/1(shuffle3,shuffle5@0.2,0.4,2.0),"
              + "64/1(shuffle3,shuffle5,shuffle7,xception@0.2,0.4) head=64");

  private static final List<Genotype> FRONT =
      genotypes(
          "shuffle5@0.2 shuffle3@0.2",
          "shuffle5@0.4 shuffle5@0.4",
          "shuffle5@0.2 shuffle7@0.2",
          "shuffle5@0.4 xception@0.4");

  private static final List<Genotype> OTHERS =
      genotypes(
          "shuffle3@2.0 shuffle3@0.2",
          "shuffle3@2.0 shuffle3@0.4",
          "shuffle3@2.0 shuffle5@0.2",
          "shuffle3@2.0 shuffle5@0.4",
          "shuffle3@2.0 shuffle7@0.2",
          "shuffle3@2.0 shuffle7@0.4",
          "shuffle3@2.0 xception@0.2",
          "shuffle3@2.0 xception@0.4");

  private static final List<Genotype> MEASURED =
      Stream.concat(OTHERS.stream(), FRONT.stream()).toList();

  private final Explanation explanation = Explanation.of(SPACE, FRONT, MEASURED);

  private static List<Genotype> genotypes(String... texts) {
    return Stream.of(texts).map(new GenotypeText(SPACE)::read).toList();
  }

  private static Use any(ChoiceUse choice) {
    return choice.of(SizeClass.ANY).orElseThrow();
  }

  /**
   * Tested are 2 blocks and 3 scales of layer 1, 4 blocks and 2 scales of layer 2: 11. Three of
   * them have 4 of 4 against none of 8 or the reverse: p = 1 / C(12, 4) = 1/495; two have 2 of 4
   * against none of 8: p = 45/495; the rest is as expected: p = 1. Adjusted: 1/495 · 11/3 and
   * 45/495 · 11/5.
   */
  @Test
  void givesTheNumbersOfTheHand() {
    assertThat(explanation.tests()).isEqualTo(11);
    assertThat(explanation.significant()).isEqualTo(3);
    LayerUse first = explanation.layers().getFirst();
    Significance extreme = new Significance(0.00202, 0.007407, true);
    Significance none = new Significance(0.09091, 0.2, false);
    assertThat(first.blocks().stream().map(ExplanationTest::any))
        .containsExactly(
            new Use(SizeClass.ANY, Share.of(0, 4), Share.of(8, 12), extreme),
            new Use(SizeClass.ANY, Share.of(4, 4), Share.of(4, 12), extreme));
    assertThat(first.scales().stream().map(ExplanationTest::any))
        .containsExactly(
            new Use(SizeClass.ANY, Share.of(2, 4), Share.of(2, 12), none),
            new Use(SizeClass.ANY, Share.of(2, 4), Share.of(2, 12), none),
            new Use(SizeClass.ANY, Share.of(0, 4), Share.of(8, 12), extreme));
  }

  /** 1 of 4 against 3 of 12, and 2 of 4 against 6 of 12: exactly what chance gives. */
  @Test
  void findsNothingWhereTheFrontIsLikeTheRest() {
    LayerUse second = explanation.layers().getLast();
    Significance chance = new Significance(1, 1, false);

    assertThat(second.blocks().stream().map(ExplanationTest::any))
        .hasSize(4)
        .containsOnly(new Use(SizeClass.ANY, Share.of(1, 4), Share.of(3, 12), chance));
    assertThat(second.scales().stream().map(ExplanationTest::any))
        .hasSize(2)
        .containsOnly(new Use(SizeClass.ANY, Share.of(2, 4), Share.of(6, 12), chance));
  }

  /** At 2.0 layer 1 outweighs all of layer 2, so the front's four are the smallest third. */
  @Test
  void showsSizeClassesThatAreTooSmallToBeTested() {
    assertThat(explanation.groups())
        .extracting(SizeGroup::size, SizeGroup::front, SizeGroup::measured, SizeGroup::tested)
        .containsExactly(
            tuple(SizeClass.ANY, 4, 12, true),
            tuple(SizeClass.SMALL, 4, 4, false),
            tuple(SizeClass.MEDIUM, 0, 4, false),
            tuple(SizeClass.LARGE, 0, 4, false));
    ChoiceUse shuffle3 = explanation.layers().getFirst().blocks().getFirst();
    assertThat(shuffle3.of(SizeClass.LARGE))
        .contains(new Use(SizeClass.LARGE, new Share(0, 0, null), Share.of(4, 4), null));
  }

  @Test
  void saysItInWords() {
    assertThat(explanation.guidelines())
        .extracting(Guideline::text)
        .containsExactly(
            "layer 1: shuffle5 in 100 % of the front (4 of 4), 33 % of all (4 of 12)",
            "layer 1: shuffle3 avoided, in 0 % of the front (0 of 4), 67 % of all (8 of 12)",
            "layer 1: scale 2.0 avoided, in 0 % of the front (0 of 4), 67 % of all (8 of 12)");
    assertThat(explanation.summary())
        .isEqualTo(
            "3 of 11 tested choices are significantly more or less frequent on the front than among"
                + " all measured subnets (front n = 4, all measured n = 12).");
  }

  @Test
  void isWrittenAsJsonOfItsComponents() {
    JsonNode json = JsonMapper.shared().valueToTree(explanation);

    assertThat(json.at("/layers/0/blocks/1"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"choice": "shuffle5", "uses": [
                     {"size": "any", "front": {"count": 4, "of": 4, "share": 1.0},
                      "measured": {"count": 4, "of": 12, "share": 0.3333333333333333},
                      "significance": {"p": 0.00202, "adjusted": 0.007407, "significant": true}},
                     {"size": "small", "front": {"count": 4, "of": 4, "share": 1.0},
                      "measured": {"count": 4, "of": 4, "share": 1.0}, "significance": null},
                     {"size": "medium", "front": {"count": 0, "of": 0, "share": null},
                      "measured": {"count": 0, "of": 4, "share": 0.0}, "significance": null},
                     {"size": "large", "front": {"count": 0, "of": 0, "share": null},
                      "measured": {"count": 0, "of": 4, "share": 0.0}, "significance": null}]}
                    """));
    assertThat(json.at("/guidelines/0/tendency").stringValue()).isEqualTo("favoured");
  }

  @Test
  void countsEachGenotypeOnce() {
    assertThat(
            Explanation.of(
                SPACE,
                FRONT.reversed(),
                Stream.concat(MEASURED.stream(), MEASURED.stream()).toList()))
        .isEqualTo(explanation);
  }

  @Test
  void refusesAFrontThatWasNotMeasured() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explanation.of(SPACE, FRONT, OTHERS))
        .withMessage("the front has a genotype that is not measured");
  }

  @Test
  void saysThatThreeAreTooFew() {
    Explanation few = Explanation.of(SPACE, FRONT.subList(0, 3), MEASURED);

    assertThat(few.tests()).isZero();
    assertThat(few.guidelines()).isEmpty();
    assertThat(few.summary())
        .isEqualTo(
            "Nothing was tested: it takes at least 4 subnets on the front and 4 beside it"
                + " (front n = 3, all measured n = 12).");
  }

  @Test
  void saysPlainlyThatNothingIsSignificant() {
    Explanation random = Explanation.of(SPACE, OTHERS.subList(2, 6), OTHERS);

    assertThat(random.guidelines()).isEmpty();
    assertThat(random.summary())
        .isEqualTo(
            "No choice is significantly more or less frequent on the front than among all measured"
                + " subnets (front n = 4, all measured n = 8; 6 tests).");
  }

  @Test
  void explainsAFrontOfEverything() {
    Explanation all = Explanation.of(SPACE, MEASURED, MEASURED);

    assertThat(all.tests()).isZero();
    assertThat(all.layers().getFirst().blocks().getFirst().of(SizeClass.ANY))
        .contains(new Use(SizeClass.ANY, Share.of(8, 12), Share.of(8, 12), null));
  }

  @Test
  void explainsASingleSubnetWithoutSizeClasses() {
    Explanation single = Explanation.of(SPACE, FRONT.subList(0, 1), FRONT.subList(0, 1));

    assertThat(single.groups()).extracting(SizeGroup::size).containsExactly(SizeClass.ANY);
    assertThat(single.guidelines()).isEmpty();
  }

  @Test
  void explainsAnEmptyFrontAndNothingMeasured() {
    assertThat(Explanation.of(SPACE, List.of(), MEASURED).summary())
        .contains("front n = 0, all measured n = 12");
    Explanation nothing = Explanation.of(SPACE, List.of(), List.of());
    assertThat(nothing.groups())
        .containsExactly(new SizeGroup(SizeClass.ANY, null, null, 0, 0, false));
    assertThat(nothing.layers()).hasSize(2);
  }

  @Test
  void testsNothingWhereEachLayerHasOneChoice() {
    SearchSpace one =
        SearchSpace.parse(
            "input=3x32x32 classes=10 stem=8/1 layers=64/1(shuffle3@1.0),64/1 head=64");
    Genotype only = new Genotype(List.of(0, 0, 0, 0));

    Explanation explained = Explanation.of(one, List.of(only), List.of(only));

    assertThat(explained.tests()).isZero();
    assertThat(explained.layers().getLast().scales())
        .containsExactly(
            new ChoiceUse(
                "1.0", List.of(new Use(SizeClass.ANY, Share.of(1, 1), Share.of(1, 1), null))));
  }
}
