package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.InputShape;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutoutTest {
  private static final InputShape SHAPE = new InputShape(2, 3, 4);
  private static final int SIZE = 24;

  @Test
  void blackensASquareInEveryChannel() {
    assertThat(ones(new Cutout(SHAPE, 2, 1, 1)))
        .containsExactly(1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1);
  }

  @Test
  void cutsTheSquareOffAtTheBorder() {
    assertThat(ones(new Cutout(SHAPE, 3, -2, 2)))
        .containsExactly(1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(ones(new Cutout(SHAPE, 100, -50, -50))).containsOnly(0);
  }

  @Test
  void drawsEveryPixelAsTheCentre() {
    Set<String> corners =
        IntStream.range(0, 500)
            .mapToObj(i -> Cutout.drawn(SHAPE, 3, SplitMix.of(1, "cutout", i)))
            .map(cutout -> cutout.top() + " " + cutout.left())
            .collect(Collectors.toSet());

    assertThat(corners).hasSize(3 * 4).contains("-1 -1", "1 2");
  }

  @Test
  void leavesWhatItDoesNotTakeOutAsItWas() {
    float[] whole = pixels(0);
    float[] cut = pixels(3);

    assertThat(IntStream.range(0, whole.length).filter(i -> cut[i] != whole[i]))
        .isNotEmpty()
        .allMatch(i -> cut[i] == 0);
    assertThat(IntStream.range(0, whole.length).filter(i -> cut[i] != whole[i]).count())
        .isLessThanOrEqualTo(16L * 3 * 9);
  }

  private static float[] pixels(int cutout) {
    Dataset dataset = new SyntheticDataset(48, 1);
    Augmentation augmentation = new Augmentation(1, Mirror.RANDOM, cutout);
    return new TrainingBatches(dataset, Recipes.with(10, augmentation), 1).at(2).pixels();
  }

  /** What is left of an image that is 1 everywhere, behind another that has to stay. */
  private static float[] ones(Cutout cutout) {
    float[] pixels = new float[2 * SIZE];
    Arrays.fill(pixels, 1);
    cutout.apply(pixels, SIZE);
    assertThat(Arrays.copyOf(pixels, SIZE)).containsOnly(1);
    return Arrays.copyOfRange(pixels, SIZE, 2 * SIZE);
  }
}
