package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.Genotype;
import io.tamnas.space.InputShape;
import io.tamnas.space.SearchSpace;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void warmsUpFromNothingToAll() {
    Warmup warmup = Warmup.over(0.5, 20);

    assertThat(warmup.share(0)).isZero();
    assertThat(warmup.share(5)).isEqualTo(0.5);
    assertThat(warmup.share(10)).isEqualTo(1);
    assertThat(warmup.share(19)).isEqualTo(1);
    assertThat(Warmup.over(0, 20).share(0)).isEqualTo(1);
  }

  @Test
  void raisesTheLearningRateAndLetsItFallToNothing() {
    LearningRate rate = new LearningRate(Schedule.Kind.COSINE, 0.4, 4, 104);

    assertThat(rate.at(0)).isEqualTo(0.1);
    assertThat(rate.at(3)).isEqualTo(0.4);
    assertThat(rate.at(4)).isEqualTo(0.4);
    assertThat(rate.at(54)).isCloseTo(0.2, within(1e-12));
    assertThat(rate.at(103)).isBetween(0.0, 0.001);
  }

  @Test
  void letsTheLearningRateFallInTwoSteps() {
    LearningRate rate = new LearningRate(Schedule.Kind.STEP, 0.4, 4, 100);

    assertThat(rate.at(1)).isEqualTo(0.2);
    assertThat(rate.at(4)).isEqualTo(0.4);
    assertThat(rate.at(49)).isEqualTo(0.4);
    assertThat(rate.at(50)).isEqualTo(0.04);
    assertThat(rate.at(74)).isEqualTo(0.04);
    assertThat(rate.at(75)).isEqualTo(0.004);
    assertThat(rate.at(99)).isEqualTo(0.004);
  }

  @Test
  void letsTheLearningRateRiseAndFallInOneCycle() {
    LearningRate rate = new LearningRate(Schedule.Kind.ONE_CYCLE, 0.4, 40, 100);

    assertThat(rate.at(0)).isEqualTo(0.01);
    assertThat(rate.at(19)).isEqualTo(0.2);
    assertThat(rate.at(39)).isEqualTo(0.4);
    assertThat(rate.at(40)).isEqualTo(0.4);
    assertThat(rate.at(70)).isCloseTo(0.2, within(1e-12));
    assertThat(rate.at(99)).isCloseTo(0.4 / 60, within(1e-12));
  }

  @Test
  void drawsTheWidestPathsFirstAndAllInTheEnd() {
    SearchSpace space = TinySpaces.plain();
    OpenChoices choices = new OpenChoices(space, new Warmup(100));

    assertThat(
            IntStream.range(0, 100)
                .mapToObj(step -> choices.draw(step, SplitMix.of(1, "path", step)))
                .map(ScheduleTest::scales))
        .containsOnly("1 1");
    Set<Genotype> late = new HashSet<>();
    IntStream.range(100, 1000)
        .forEach(step -> late.add(choices.draw(step, SplitMix.of(1, "path", step))));
    assertThat(late).hasSize(space.cardinality().intValueExact());
  }

  private static String scales(Genotype genotype) {
    return genotype.genes().get(2) + " " + genotype.genes().get(3);
  }

  @Test
  void showsEveryImageOncePerEpochInAnotherOrder() {
    ImageOrder order = new ImageOrder(10, 4, 1);
    int[] shown = IntStream.range(0, 5).flatMap(step -> Arrays.stream(order.at(step))).toArray();

    assertThat(Arrays.copyOf(shown, 10)).doesNotHaveDuplicates();
    assertThat(Arrays.copyOfRange(shown, 10, 20))
        .doesNotHaveDuplicates()
        .isNotEqualTo(Arrays.copyOf(shown, 10));
    assertThat(order.at(1)).isEqualTo(Arrays.copyOfRange(shown, 4, 8));
  }

  @Test
  void movesAndMirrorsAnImage() {
    InputShape shape = new InputShape(1, 2, 3);
    byte[] image = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};

    assertThat(seen(new ImageView(shape, 0, 0, false), image))
        .containsExactly(0, 0.2f, 0.4f, 0.6f, 0.8f, 1);
    assertThat(seen(new ImageView(shape, 1, 1, false), image)).containsExactly(0.8f, 1, 0, 0, 0, 0);
    assertThat(seen(new ImageView(shape, -1, 0, true), image))
        .containsExactly(0, 0, 0, 0.4f, 0.2f, 0);
  }

  private static float[] seen(ImageView view, byte[] image) {
    float[] target = new float[image.length];
    view.copy(image, target, 0);
    return target;
  }
}
