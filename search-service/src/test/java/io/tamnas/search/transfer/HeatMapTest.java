package io.tamnas.search.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatMapTest {

  @Test
  void drawsLargeSharesDarkerThanSmallOnes() {
    ColourScale scale = ColourScale.over(List.of(0.13, 0.58));

    assertThat(scale).isEqualTo(new ColourScale(0.1, 0.6));
    assertThat(scale.of(0.6).getRed()).isLessThan(scale.of(0.3).getRed());
    assertThat(scale.of(0.3).getRed()).isLessThan(scale.of(0.1).getRed());
    assertThat(scale.ink(0.6).getRed()).isGreaterThan(200);
    assertThat(scale.ink(0.1).getRed()).isLessThan(50);
  }

  @Test
  void keepsAScaleWhereAllSharesAreOne() {
    assertThat(ColourScale.over(List.of(1.0, 1.0))).isEqualTo(new ColourScale(0.9, 1));
    assertThat(ColourScale.over(List.of(0.0))).isEqualTo(new ColourScale(0, 0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 24})
  void drawsAPngAsWideAsItsSubnetsNeed(int count) throws IOException {
    byte[] png = map(count).png();

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(Math.max(860, 244 + 66 * count));
    assertThat(image.getHeight()).isGreaterThan(140 + 42 * (count + 1) + 20 * count);
    assertThat(map(count).png()).isEqualTo(png);
  }

  private static HeatMap map(int count) {
    List<List<Double>> rows = new ArrayList<>();
    for (int source = 0; source < count; source++) {
      int row = source;
      rows.add(
          IntStream.range(0, count)
              .mapToObj(target -> target == row ? 0.21 : 0.25 + 0.19 * ((row + target) % 5) / 5)
              .toList());
    }
    return new HeatMap(
        "PGD-10, ε 8/255, step 2/255, random start, 1 run, 512 validation images, seed 1",
        IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList(),
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    i
                        + "  91 234 parameters"
                        + "  shuffle3-se@0.6 xception-nl@1.2".repeat(3 + i % 8))
            .toList(),
        IntStream.range(0, count).mapToObj(i -> 0.41 + 0.01 * (i % 7)).toList(),
        rows);
  }
}
