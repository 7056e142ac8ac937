package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.space.InputShape;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapesTest {
  private static final Division DIVISION = new Division(40, 1);
  private static final int IMAGE_BYTES = 3 * 16 * 16;

  @Test
  void hasTheDigestThatIsPinned() {
    assertThat(open(200, 100, 1).digest())
        .isEqualTo("b28571995aa1f596870be98b7433f36da65c43516040f8e11fbe17620f3c97b5");
  }

  @Test
  void drawsTheSameAgain() {
    assertThat(open(200, 100, 1).digest()).isEqualTo(open(200, 100, 1).digest());
  }

  @Test
  void drawsOthersByAnotherSeed() {
    assertThat(open(200, 100, 2).digest()).isNotEqualTo(open(200, 100, 1).digest());
  }

  @Test
  void drawsEachImageWhateverTheOthersAre() {
    Images few = open(200, 10, 1).test();
    Images many = open(400, 30, 1).test();

    assertThat(Samples.pixels(few, 9, IMAGE_BYTES)).isEqualTo(Samples.pixels(many, 9, IMAGE_BYTES));
  }

  @Test
  void drawsTestImagesUnlikeTrainingImages() {
    SourceImages source = ShapesDrawing.draw(new DatasetSource.Shapes(16, 10, 10, 1));

    assertThat(Samples.pixels(source.training(), 0, IMAGE_BYTES))
        .isNotEqualTo(Samples.pixels(source.test(), 0, IMAGE_BYTES));
  }

  @Test
  void describesItself() {
    Dataset shapes = open(200, 100, 1);

    assertThat(shapes.name()).isEqualTo("shapes");
    assertThat(shapes.shape()).isEqualTo(new InputShape(3, 16, 16));
    assertThat(shapes.classes()).isEqualTo(Figure.values().length);
    assertThat(shapes.training().size()).isEqualTo(160);
    assertThat(shapes.validation().size()).isEqualTo(40);
    assertThat(shapes.test().size()).isEqualTo(100);
  }

  @Test
  void hasAsManyImagesOfEachClass() {
    Images test = open(200, 100, 1).test();
    long[] counts = new long[10];
    IntStream.range(0, 100).forEach(index -> counts[test.label(index)]++);

    assertThat(counts).containsOnly(10);
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void keepsFiguresInsideTheImage(Figure figure) {
    for (int index = 0; index < 200; index++) {
      Sketch sketch = Sketch.drawn(figure, 16, SplitMix64.keyed(1, 0, index));
      int outside =
          IntStream.range(-3, 19)
              .map(
                  place ->
                      sketch.coverage(-1, place)
                          + sketch.coverage(16, place)
                          + sketch.coverage(place, -1)
                          + sketch.coverage(place, 16))
              .sum();
      assertThat(outside).as(sketch.toString()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void showsAGoodPartOfTheImageInTheFigure(Figure figure) {
    for (int index = 0; index < 200; index++) {
      Sketch sketch = Sketch.drawn(figure, 16, SplitMix64.keyed(2, 0, index));
      int covered =
          IntStream.range(0, 256).map(pixel -> sketch.coverage(pixel / 16, pixel % 16)).sum();
      assertThat(covered).isBetween(15 * Sketch.SAMPLES, 200 * Sketch.SAMPLES);
    }
  }

  @Test
  void drawsNoTwoFiguresAlike() {
    Set<Figure> seen = EnumSet.noneOf(Figure.class);
    for (Figure figure : Figure.values()) {
      for (Figure other : seen) {
        assertThat(differingPixels(figure, other)).as(figure + " and " + other).isGreaterThan(10);
      }
      seen.add(figure);
    }
  }

  @Test
  void standsOutFromItsBackground() {
    byte lit = new Shade(100, 60, 0, 0).intensity(3, 3, 16, Sketch.SAMPLES, 0);
    byte unlit = new Shade(100, 60, 0, 0).intensity(3, 3, 16, 0, 0);

    assertThat(lit - unlit).isEqualTo(160 - 256 - 100);
  }

  @Test
  void neverLeavesTheRangeOfAByte() {
    assertThat(new Shade(250, 0, 0, 0).intensity(0, 0, 16, 0, 12)).isEqualTo((byte) 255);
    assertThat(new Shade(5, 0, 0, 0).intensity(0, 0, 16, 0, -12)).isZero();
  }

  @Test
  void refusesAnImageTooSmallToTellFiguresApart() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new DatasetSource.Shapes(7, 100, 100, 1))
        .withMessage("shapes: the image size must be between 8 and 64, is 7");
  }

  @Test
  void refusesNumbersOfImagesOutOfRange() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new DatasetSource.Shapes(16, 1, 100, 1))
        .withMessageContaining("training images must be between 2 and 100000, is 1");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new DatasetSource.Shapes(16, 100, 100_001, 1))
        .withMessageContaining("test images must be between 1 and 100000, is 100001");
  }

  private static Dataset open(int trainingImages, int testImages, long seed) {
    return Datasets.open(new DatasetSource.Shapes(16, trainingImages, testImages, seed), DIVISION);
  }

  private static long differingPixels(Figure figure, Figure other) {
    Sketch one = new Sketch(figure, 512, 512, 400, 0);
    Sketch two = new Sketch(other, 512, 512, 400, 0);
    return IntStream.range(0, 256)
        .filter(
            pixel -> one.coverage(pixel / 16, pixel % 16) != two.coverage(pixel / 16, pixel % 16))
        .count();
  }
}
