package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepSizesTest {

  @Test
  void looksAfterEverShorterPeriods() {
    Checkpoints checkpoints = new Checkpoints(100);

    assertThat(IntStream.rangeClosed(1, 100).filter(checkpoints::isAfter).toArray())
        .containsExactly(22, 41, 57, 70, 80, 87, 93, 99);
  }

  @Test
  void looksAfterEveryStepOfAFew() {
    Checkpoints checkpoints = new Checkpoints(3);

    assertThat(IntStream.rangeClosed(1, 3).allMatch(checkpoints::isAfter)).isTrue();
  }

  @Test
  void halvesWhereTheLossRoseTooRarely() {
    StepSizes sizes = new StepSizes(0.1, new double[] {1, 1});
    for (int step = 1; step <= 4; step++) {
      sizes.note(new double[] {1 + step, 1 - step});
    }

    assertThat(sizes.look(4)).containsExactly(false, true);
    assertThat(sizes.sizes()).containsExactly(0.2f, 0.1f);
  }

  @Test
  void halvesWhereTheBestLossHasNotRisenSinceTheLastLook() {
    StepSizes sizes = new StepSizes(0.1, new double[] {1});
    IntStream.of(2, 3, 4, 5).forEach(loss -> sizes.note(new double[] {loss}));
    assertThat(sizes.look(4)).containsExactly(false);
    // falls, then rises four times to where it was
    IntStream.of(1, 2, 3, 4, 5).forEach(loss -> sizes.note(new double[] {loss}));

    assertThat(sizes.look(5)).containsExactly(true);
  }

  @Test
  void doesNotHalveTwiceInARowForTheSameBestLoss() {
    StepSizes sizes = new StepSizes(0.1, new double[] {9});
    IntStream.of(1, 0).forEach(loss -> sizes.note(new double[] {loss}));
    assertThat(sizes.look(2)).containsExactly(true);
    IntStream.of(1, 2, 3).forEach(loss -> sizes.note(new double[] {loss}));

    assertThat(sizes.look(3)).containsExactly(false);
  }

  @Test
  void tellsWhatIsBest() {
    StepSizes sizes = new StepSizes(0.1, new double[] {1, 1});

    assertThat(sizes.note(new double[] {2, 0.5})).containsExactly(true, false);
    assertThat(sizes.note(new double[] {2, 0.9})).containsExactly(false, false);
  }

  @Test
  void keepsSomeImagesAlone() {
    StepSizes sizes = new StepSizes(0.1, new double[] {1, 2, 3});
    sizes.note(new double[] {0, 3, 4});
    sizes.keep(new int[] {0, 2});

    assertThat(sizes.note(new double[] {2, 3.5})).containsExactly(true, false);
    assertThat(sizes.look(2)).containsExactly(true, true);
  }
}
