package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisionTest {
  private static final int[] PINNED_ORDER = {9, 4, 3, 2, 1, 0, 5, 7, 6, 8};

  @Test
  void ordersTenImagesAsPinned() {
    assertThat(new Division(3, 1).order(10)).containsExactly(PINNED_ORDER);
  }

  @Test
  void ordersEveryImageOnce() {
    assertThat(new Division(100, 7).order(1000))
        .containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
  }

  @Test
  void ordersDifferentlyByAnotherSeed() {
    assertThat(new Division(100, 7).order(1000)).isNotEqualTo(new Division(100, 8).order(1000));
  }

  @Test
  void keepsTheOrderWhenMoreImagesAreSetAside() {
    assertThat(new Division(100, 7).order(1000)).isEqualTo(new Division(200, 7).order(1000));
  }

  @Test
  void cutsTheFirstOfTheOrderForValidation() {
    Images training = Samples.numbered(10);
    Dataset dataset = Samples.source(training, Samples.numbered(2)).divided(new Division(3, 1));

    int[] order = new Division(3, 1).order(10);
    assertThat(Samples.numbers(dataset.validation())).containsExactly(order[0], order[1], order[2]);
    assertThat(Samples.numbers(dataset.training()))
        .containsExactly(IntStream.of(order).skip(3).boxed().toArray(Integer[]::new));
    assertThat(Samples.numbers(dataset.test())).containsExactly(0, 1);
  }

  @Test
  void keepsEachLabelWithItsImage() {
    Dataset dataset =
        Samples.source(Samples.numbered(10), Samples.numbered(2)).divided(new Division(3, 1));

    Images validation = dataset.validation();
    for (int index = 0; index < validation.size(); index++) {
      assertThat(validation.label(index))
          .isEqualTo(Samples.numbers(validation).get(index) % Samples.CLASSES);
    }
  }

  @Test
  void leavesAtLeastOneImageOnEitherSide() {
    assertThat(new Division(1, 1).order(2)).hasSize(2);
    assertThat(new Division(9, 1).order(10)).hasSize(10);
  }

  @Test
  void refusesToSetNothingAside() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new Division(0, 1))
        .withMessage("the number of validation images must be at least 1, is 0");
  }

  @Test
  void refusesToSetAllTrainingImagesAside() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new Division(10, 1).order(10))
        .withMessageContaining("must be between 1 and 9")
        .withMessageContaining("10 training images")
        .withMessageEndingWith("is 10");
  }

  @Test
  void refusesToCutASingleImage() {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> new Division(1, 1).order(1))
        .withMessageContaining("at least 2 training images");
  }
}
