package io.tamnas.search.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColourScaleTest {

  @Test
  void drawsLargeSharesDarkerThanSmallOnes() {
    ColourScale scale = ColourScale.over(List.of(0.13, 0.58));

    assertThat(scale).isEqualTo(ColourScale.lightToDark(0.1, 0.6));
    assertThat(scale.of(0.6).getRed()).isLessThan(scale.of(0.3).getRed());
    assertThat(scale.of(0.3).getRed()).isLessThan(scale.of(0.1).getRed());
    assertThat(scale.ink(0.6).getRed()).isGreaterThan(200);
    assertThat(scale.ink(0.1).getRed()).isLessThan(50);
  }

  @Test
  void keepsAScaleWhereAllSharesAreOne() {
    assertThat(ColourScale.over(List.of(1.0, 1.0))).isEqualTo(ColourScale.lightToDark(0.9, 1));
    assertThat(ColourScale.over(List.of(0.0))).isEqualTo(ColourScale.lightToDark(0, 0.1));
  }

  @Test
  void isNearlyWhiteAtNoneAndOrangeBelowAndBlueAbove() {
    ColourScale scale = ColourScale.aroundNone(0.5);

    assertThat(scale.of(0)).isEqualTo(new Color(0xF7F7F7));
    assertThat(scale.of(-0.5).getRed()).isGreaterThan(scale.of(-0.5).getBlue());
    assertThat(scale.of(0.5).getBlue()).isGreaterThan(scale.of(0.5).getRed());
    assertThat(scale.of(0.9)).isEqualTo(scale.of(0.5));
  }
}
