package io.tamnas.quickstart.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.quickstart.front.FrontPicture.Cost;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontPictureTest {

  @TempDir Path directory;

  @Test
  void drawsBothAccuraciesOfEachSubnet() throws IOException {
    Path file = directory.resolve("front.png");

    new FrontPicture(Fronts.three(), Cost.PARAMETERS).write(file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(720);
    assertThat(pixels(image, 0x2B6CB0)).isGreaterThan(3 * 20);
    assertThat(pixels(image, 0xC2410C)).isGreaterThan(3 * 20);
  }

  @Test
  void drawsAccuraciesOverLatencyToo() throws IOException {
    Path sizes = directory.resolve("front.png");
    Path latencies = directory.resolve("front-latency.png");

    new FrontPicture(Fronts.threeTimed(), Cost.PARAMETERS).write(sizes);
    new FrontPicture(Fronts.threeTimed(), Cost.LATENCY).write(latencies);

    assertThat(pixels(ImageIO.read(latencies.toFile()), 0xC2410C)).isGreaterThan(3 * 20);
    assertThat(latencies)
        .content(StandardCharsets.ISO_8859_1)
        .isNotEqualTo(Files.readString(sizes, StandardCharsets.ISO_8859_1));
  }

  @Test
  void drawsAFrontOfOne() throws IOException {
    Front three = Fronts.three();
    Front one =
        new Front(
            three.job(),
            three.supernet(),
            three.protocol(),
            List.of(three.individuals().getFirst()));
    Path file = directory.resolve("one.png");

    new FrontPicture(one, Cost.PARAMETERS).write(file);

    assertThat(ImageIO.read(file.toFile())).isNotNull();
  }

  @Test
  void refusesAnEmptyFront() {
    Front three = Fronts.three();
    Front empty = new Front(three.job(), three.supernet(), three.protocol(), List.of());

    assertThatThrownBy(() -> new FrontPicture(empty, Cost.PARAMETERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("individual");
  }

  private static long pixels(BufferedImage image, int colour) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(
            i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == colour)
        .count();
  }
}
