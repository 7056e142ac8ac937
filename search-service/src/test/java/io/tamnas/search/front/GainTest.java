package io.tamnas.search.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.front.Baseline.Side;
import io.tamnas.search.front.Baseline.Step;
import io.tamnas.search.front.Gain.Drawn;
import io.tamnas.search.specification.BaselineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GainTest {

  private static Side side(double... volumes) {
    List<Step> steps = new ArrayList<>();
    for (double volume : volumes) {
      steps.add(new Step(steps.size() + 1, volume));
    }
    return new Side(
        volumes.length, volumes.length == 0 ? null : steps.getLast().hypervolume(), steps);
  }

  private static String gain(Side search, Side random) {
    return gain(search, random, new Drawn(3, 3, 3, 0));
  }

  private static String gain(Side search, Side random, Drawn all) {
    return Gain.of(BaselineKind.RANDOM, search, random, all, OptionalInt.of(2));
  }

  @Test
  void saysHowMuchWasGainedAndFromWhenOn() {
    assertThat(gain(side(10, 110, 125), side(90, 100, 100)))
        .isEqualTo(
            "NSGA-II's front of 3 subnets dominates a hypervolume of 125.0, that of 3 subnets drawn"
                + " at random one of 100.0: NSGA-II gained 25.0 %, and was ahead of the whole random"
                + " search after 2 measurements. This is one seed and one run; another one may turn"
                + " out otherwise.");
  }

  @Test
  void saysWhereNothingWasGained() {
    assertThat(gain(side(10, 80, 90), side(90, 100, 100)))
        .contains("NSGA-II gained nothing, it is 10.0 % behind.", "one seed and one run");
    assertThat(gain(side(100, 100, 100), side(90, 100, 100)))
        .contains("NSGA-II gained nothing. This is one seed");
  }

  @Test
  void comparesNothingWithAnEmptyVolume() {
    assertThat(gain(side(0, 0, 5), side(0, 0, 0))).contains("NSGA-II gained all of it, and");
  }

  @Test
  void drawsNoConclusionBeforeAllIsMeasured() {
    assertThat(gain(side(1, 2, 3), side(4)))
        .isEqualTo("1 of the 3 subnets that were drawn are measured.");
    assertThat(gain(side(1), side(), Drawn.NOTHING)).contains("follows the last generation");
    assertThat(Gain.of(BaselineKind.NONE, side(1), side(), Drawn.NOTHING, OptionalInt.empty()))
        .contains("asks for no baseline");
  }

  @Test
  void saysHowManyCannotBeMeasuredAndWhomThatFavours() {
    assertThat(gain(side(10, 110, 125), side(90, 100), new Drawn(3, 3, 3, 1)))
        .contains("that of 2 subnets drawn at random one of 100.0: NSGA-II gained 25.0 %")
        .endsWith(
            " 1 of those drawn cannot be measured. Fewer measurements at random favour NSGA-II. This"
                + " is one seed and one run; another one may turn out otherwise.");
    assertThat(gain(side(10, 110, 125), side(90), new Drawn(3, 3, 3, 1)))
        .isEqualTo(
            "1 of the 3 subnets that were drawn are measured. 1 of those drawn cannot be measured.");
    assertThat(gain(side(10, 110, 125), side(), new Drawn(3, 3, 3, 3)))
        .isEqualTo(
            "0 of the 3 subnets that were drawn are measured. 3 of those drawn cannot be measured.");
  }

  @Test
  void saysWhyFewerWereDrawn() {
    Side search = side(10, 110, 125);
    assertThat(gain(search, side(90, 100), new Drawn(3, 2, 500_002, 0)))
        .contains(
            "Of 3 that were wanted 2 were drawn: 500002 draws found no more feasible ones. Fewer"
                + " measurements at random favour NSGA-II. This is one seed");
    assertThat(gain(search, side(90, 100), new Drawn(3, 2, 2, 0)))
        .contains("2 were drawn: the space has no more feasible ones. This is one seed");
    assertThat(gain(search, side(90, 100), new Drawn(3, 2, null, 0)))
        .contains("Of 3 that were wanted 2 were drawn. This is one seed");
    assertThat(gain(search, side(), new Drawn(3, 0, 500_000, 0)))
        .isEqualTo(
            "Nothing is compared. Of 3 that were wanted 0 were drawn: 500000 draws found no more"
                + " feasible ones.");
  }
}
