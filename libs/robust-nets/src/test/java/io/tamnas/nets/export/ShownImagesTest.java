package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShownImagesTest {

  @Test
  void tellsTheLargestDifference() {
    assertThat(shown(new float[] {1, 2, 3.25f, 3.5f}).requireSame(1)).isEqualTo(0.5);
  }

  @Test
  void namesTheFirstImageThatIsTooFarApart() {
    assertThatThrownBy(() -> shown(new float[] {1, 2, 3.25f, 3.5f}).requireSame(0.25))
        .isInstanceOfSatisfying(
            ExportMismatchException.class,
            mismatch -> {
              assertThat(mismatch.image()).isEqualTo(41);
              assertThat(mismatch.difference()).isEqualTo(0.5);
            })
        .hasMessage(
            "image 41: on the clean image the logits of file and network differ by up to 0.5:"
                + " more than 0.25 apart");
  }

  @Test
  void namesAnImageOnWhichOneAloneIsRightHoweverNearTheyAre() {
    assertThatThrownBy(() -> shown(new float[] {1, 2, 3, 3}).requireSame(2))
        .isInstanceOf(ExportMismatchException.class)
        .hasMessage(
            "image 41: on the clean image the logits of file and network differ by up to 1.0:"
                + " only the file is right");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> shown(new float[] {Float.NaN, 2, 4, 3}).requireSame(1))
        .isInstanceOfSatisfying(
            ExportMismatchException.class, mismatch -> assertThat(mismatch.image()).isEqualTo(40));
  }

  @Test
  void refusesAnotherNumberOfLogits() {
    assertThatThrownBy(() -> shown(new float[] {1, 2}).requireSame(1))
        .hasMessageContaining("2 logits for 4");
  }

  /** Two images of two classes: the network is right on the first, wrong on the second. */
  private static ShownImages shown(float[] actual) {
    return new ShownImages("clean", 40, new int[] {1, 0}, new float[] {1, 2, 3, 4}, actual);
  }
}
