package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all kinds of images keep, however they lie in memory. Each holds the numbers 0, 1, 2. */
class ImagesTest {

  static List<Images> kinds() {
    return List.of(
        Samples.numbered(3),
        new SelectedImages(Samples.numbered(5), new int[] {0, 1, 2}),
        new JoinedImages(
            List.of(
                new SelectedImages(Samples.numbered(3), new int[] {0}),
                new SelectedImages(Samples.numbered(3), new int[] {1, 2}))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keepsItsOrder(Images images) {
    assertThat(images.size()).isEqualTo(3);
    assertThat(Samples.numbers(images)).containsExactly(0, 1, 2);
    assertThat(IntStream.range(0, 3).map(images::label)).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void copiesToTheOffsetAndNowhereElse(Images images) {
    byte[] target = {9, 9, 9, 9};
    images.copyPixels(2, target, 1);
    assertThat(target).containsExactly(9, 1, 2, 9);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesAnIndexOutside(Images images) {
    for (int index : new int[] {-1, 3}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> images.label(index));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> images.copyPixels(index, new byte[2], 0));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void servesSeveralThreads(Images images) {
    boolean allAlike =
        IntStream.range(0, 3_000)
            .parallel()
            .allMatch(draw -> Samples.pixels(images, draw % 3, 2)[1] == draw % 3);
    assertThat(allAlike).isTrue();
  }

  @Test
  void refusesPixelsThatDoNotMatchTheLabels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PackedImages(new byte[2], new byte[5], 2));
  }
}
