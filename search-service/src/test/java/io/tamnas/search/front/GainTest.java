package io.tamnas.search.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.front.Baseline.Side;
import io.tamnas.search.front.Baseline.Step;
import io.tamnas.search.specification.BaselineKind;
import java.util.ArrayList;
import java.util.List;
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
    return Gain.of(BaselineKind.RANDOM, search, random, 3);
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
    assertThat(Gain.of(BaselineKind.RANDOM, side(1), side(), 0))
        .contains("follows the last generation");
    assertThat(Gain.of(BaselineKind.NONE, side(1), side(), 0)).contains("asks for no baseline");
  }
}
