package io.tamnas.search.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatMapTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 24})
  void drawsAPngAsWideAsItsSubnetsNeed(int count) throws IOException {
    byte[] png = map(count).png();

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(Math.max(860, 244 + 66 * count));
    assertThat(image.getHeight()).isGreaterThan(140 + 42 * (count + 1) + 20 * count);
    assertThat(map(count).png()).isEqualTo(png);
    assertThat(image.getRGB(image.getWidth() - 8, 0, 8, 130, null, 0, 8))
        .as("the caption keeps the margin")
        .containsOnly(0xFFFFFFFF);
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
        "PGD-10, ε 8/255, step 2/255, random start, 1 run, 512 validation images, seed 1,"
            + " statistics from 1024 images in batches of 128, batch 128",
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
