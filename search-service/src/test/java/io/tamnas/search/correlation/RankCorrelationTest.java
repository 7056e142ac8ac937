package io.tamnas.search.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankCorrelationTest {

  private static RankCorrelation of(double[] first, double[] second) {
    return RankCorrelation.of(boxed(first), boxed(second));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double value(@Nullable Coefficient coefficient) {
    return Objects.requireNonNull(coefficient).value();
  }

  private static List<Double> interval(@Nullable Coefficient coefficient) {
    return Objects.requireNonNull(Objects.requireNonNull(coefficient).interval());
  }

  /** Of the 6 pairs only (2, 3) is in opposite order: τ = (5 − 1) / 6; ρ = 1 − 6 · 2 / (4 · 15). */
  @Test
  void countsPairsInTheSameAndInOppositeOrder() {
    RankCorrelation found = of(new double[] {1, 2, 3, 4}, new double[] {10, 30, 20, 40});

    assertThat(found.pairs()).isEqualTo(4);
    assertThat(value(found.kendall())).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(value(found.spearman())).isCloseTo(0.8, within(1e-12));
  }

  /**
   * x = 1 2 2 3, y = 1 1 2 3. Of the 6 pairs x tells 5 apart and y 5; of the 4 that both tell apart
   * all agree: τ-b = 4 / √(5 · 5). Ranks of x are 1 2.5 2.5 4, of y 1.5 1.5 3 4; from their mean
   * 2.5: −1.5 0 0 1.5 and −1 −1 0.5 1.5; ρ = (1.5 + 2.25) / √(4.5 · 4.5) = 3.75 / 4.5.
   */
  @Test
  void letsTiesNeitherAgreeNorDisagree() {
    RankCorrelation found = of(new double[] {1, 2, 2, 3}, new double[] {1, 1, 2, 3});

    assertThat(value(found.kendall())).isCloseTo(0.8, within(1e-12));
    assertThat(value(found.spearman())).isCloseTo(3.75 / 4.5, within(1e-12));
  }

  /**
   * The example with ties of Kendall, Rank Correlation Methods, chapter 3: the rankings 1 2½ 2½ 4½
   * 4½ 6½ 6½ 8 9½ 9½ and 1 2 4½ 4½ 4½ 4½ 8 8 8 10. Of 45 pairs the first tells 45 − 4 = 41 apart,
   * the second 45 − 6 − 3 = 36. With those behind it, place 1 agrees 9 times, and so on 7, 4, 4, 4,
   * 3, 1, 1: 33; none disagrees.
   */
  @Test
  void givesKendallsOwnExample() {
    RankCorrelation found =
        of(
            new double[] {1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5},
            new double[] {1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10});

    assertThat(value(found.kendall())).isCloseTo(33 / Math.sqrt(41 * 36.0), within(1e-12));
  }

  @Test
  void isOneForTheSameOrderAndMinusOneForTheOpposite() {
    double[] rising = {1, 2, 2, 4, 5, 6, 7, 8};
    double[] falling = {8, 7, 7, 5, 4, 3, 2, 1};

    assertThat(value(of(rising, rising).kendall())).isEqualTo(1);
    assertThat(value(of(rising, rising).spearman())).isEqualTo(1);
    assertThat(value(of(rising, falling).kendall())).isEqualTo(-1);
    assertThat(value(of(rising, falling).spearman())).isEqualTo(-1);
  }

  @Test
  void isAbsentWhereAllValuesOfOneMeasureAreEqual() {
    RankCorrelation found = of(new double[] {3, 3, 3}, new double[] {1, 2, 3});

    assertThat(found).isEqualTo(new RankCorrelation(3, null, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void isAbsentBelowTwoPairs(int pairs) {
    double[] values = new double[pairs];

    assertThat(of(values, values)).isEqualTo(new RankCorrelation(pairs, null, null));
  }

  @Test
  void tiesBothZeros() {
    assertThat(value(of(new double[] {-0.0, 0.0, 1, 2}, new double[] {2, 1, 3, 4}).kendall()))
        .isCloseTo(5 / Math.sqrt(5 * 6.0), within(1e-12));
  }

  @Test
  void refusesListsOfDifferentLengthAndWhatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(new double[] {1}, new double[] {}))
        .withMessage("pairs are wanted, not 1 and 0 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(new double[] {1, Double.NaN}, new double[] {1, 2}));
  }

  @Test
  void hasNoIntervalBelowEightPairs() {
    double[] seven = {1, 3, 2, 4, 5, 7, 6};
    double[] eight = {1, 3, 2, 4, 5, 7, 6, 8};

    assertThat(Objects.requireNonNull(of(seven, seven).kendall()).interval()).isNull();
    assertThat(interval(of(eight, eight).kendall())).hasSize(2);
  }

  /**
   * One neighbouring pair of 8 exchanged twice: τ = (26 − 2) / 28 = 6/7, z = ½ ln 13 = 1.282475, ±
   * 1.959964 · √(0.437 / 4) = 0.647829: tanh 0.634646 = 0.561198 to tanh 1.930304 = 0.958753. ρ = 1
   * − 6 · 4 / (8 · 63) = 20/21, z = ½ ln 41 = 1.856786, ± 1.959964 · √((1 + 0.453515) / 5) =
   * 1.056757: tanh 0.800029 = 0.664053 to tanh 2.913543 = 0.994125.
   */
  @Test
  void takesTheIntervalFromFishersZ() {
    RankCorrelation found =
        of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {2, 1, 3, 4, 5, 6, 8, 7});

    assertThat(interval(found.kendall()).getFirst()).isCloseTo(0.561198, within(1e-4));
    assertThat(interval(found.kendall()).getLast()).isCloseTo(0.958753, within(1e-4));
    assertThat(interval(found.spearman()).getFirst()).isCloseTo(0.664053, within(1e-4));
    assertThat(interval(found.spearman()).getLast()).isCloseTo(0.994125, within(1e-4));
  }

  /** The example of {@code ci.spear} in Bonett's R package statpsych, with its printed answer. */
  @Test
  void givesTheIntervalOfBonettsOwnProgram() {
    RankCorrelation found =
        of(
            new double[] {21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19},
            new double[] {67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51});

    assertThat(value(found.spearman())).isCloseTo(0.8699639, within(5e-8));
    assertThat(interval(found.spearman()).getFirst()).isCloseTo(0.5840951, within(5e-8));
    assertThat(interval(found.spearman()).getLast()).isCloseTo(0.9638297, within(5e-8));
  }

  @Test
  void keepsAnIntervalOfSomeWidthAtAPerfectCorrelation() {
    double[] rising = DoubleStream.iterate(1, value -> value + 1).limit(8).toArray();
    double[] falling = Arrays.stream(rising).map(value -> -value).toArray();

    assertThat(interval(of(rising, rising).kendall()).getFirst()).isBetween(0.7, 0.8);
    assertThat(interval(of(rising, rising).kendall()).getLast()).isEqualTo(1);
    assertThat(interval(of(rising, falling).spearman()).getFirst()).isEqualTo(-1);
    assertThat(interval(of(rising, falling).spearman()).getLast()).isBetween(-0.85, -0.75);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20, 100})
  void agreesWithHipparchus(int pairs) {
    SplittableRandom random = new SplittableRandom(pairs);
    for (int repeat = 0; repeat < 50; repeat++) {
      double[] first = random.doubles(pairs).map(value -> Math.rint(value * 9)).toArray();
      double[] second = random.doubles(pairs).map(value -> Math.rint(value * 9)).toArray();
      RankCorrelation found = of(first, second);
      double kendall = new KendallsCorrelation().correlation(first, second);
      if (found.kendall() == null) {
        assertThat(kendall).isNaN();
      } else {
        assertThat(value(found.kendall())).isCloseTo(kendall, within(1e-12));
        assertThat(value(found.spearman()))
            .isCloseTo(new SpearmansCorrelation().correlation(first, second), within(1e-12));
      }
    }
  }
}
