package io.tamnas.nsga2.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  @Test
  void givesPublishedSequence() {
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(LongStream.generate(random::nextLong).limit(4))
        .containsExactly(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L);
  }

  @Test
  void givesWhatSplittableRandomGivesToday() {
    SplitMix64 random = new SplitMix64(-42);
    SplittableRandom oracle = new SplittableRandom(-42);
    for (int i = 0; i < 1_000; i++) {
      assertThat(random.nextLong()).isEqualTo(oracle.nextLong());
    }
  }

  @Test
  void staysWithinBoundsAndReachesThem() {
    SplitMix64 random = new SplitMix64(1);
    int[] seen = new int[5];
    for (int i = 0; i < 5_000; i++) {
      seen[random.nextInt(5)]++;
      assertThat(random.nextInt(-2, 3)).isBetween(-2, 2);
      assertThat(random.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
    }
    assertThat(Arrays.stream(seen)).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void boundsNumbersUpToTheLargest() {
    SplitMix64 random = new SplitMix64(2);
    for (int i = 0; i < 100; i++) {
      assertThat(random.nextLong(Long.MAX_VALUE)).isNotNegative();
      assertThat(random.nextLong((1L << 62) + 1)).isBetween(0L, 1L << 62);
      assertThat(random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE))
          .isLessThan(Integer.MAX_VALUE);
    }
    assertThat(random.nextInt(1)).isZero();
  }

  @Test
  void refusesEmptyRange() {
    SplitMix64 random = new SplitMix64(3);
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(4, 4));
  }

  @Test
  void givesEachGenerationItsOwnNumbersForGood() {
    assertThat(GenerationRandom.of(7, 3).nextLong())
        .isEqualTo(GenerationRandom.of(7, 3).nextLong());
    assertThat(
            LongStream.range(0, 1_000)
                .map(i -> GenerationRandom.of(i / 40, i % 40).nextLong())
                .distinct())
        .hasSize(1_000);
    RandomGenerator pinned = GenerationRandom.of(1, 0);
    assertThat(LongStream.generate(pinned::nextLong).limit(2))
        .containsExactly(-5653703133376969021L, -520809879582603288L);
  }
}
