package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  @Test
  void drawsThePublishedSequence() {
    SplitMix64 draws = new SplitMix64(1234567);

    assertThat(draws.next()).isEqualTo(6457827717110365317L);
    assertThat(draws.next()).isEqualTo(3203168211198807973L);
    assertThat(Long.toUnsignedString(draws.next())).isEqualTo("9817491932198370423");
  }

  @Test
  void agreesWithTheLibrarysGeneratorOfTheSameName() {
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, 0x5eed}) {
      SplitMix64 ours = new SplitMix64(seed);
      SplittableRandom theirs = new SplittableRandom(seed);
      for (int draw = 0; draw < 100; draw++) {
        assertThat(ours.next()).isEqualTo(theirs.nextLong());
      }
    }
  }

  @Test
  void drawsEachValueBelowABoundEquallyOften() {
    SplitMix64 draws = new SplitMix64(1);
    int[] counts = new int[7];
    for (int draw = 0; draw < 70_000; draw++) {
      counts[draws.below(7)]++;
    }
    assertThat(IntStream.of(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
  }

  @Test
  void drawsBelowTheLargestBounds() {
    SplitMix64 draws = new SplitMix64(1);
    for (int draw = 0; draw < 1_000; draw++) {
      assertThat(draws.below(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
      assertThat(draws.below((1 << 30) + 1)).isBetween(0, 1 << 30);
    }
  }

  @Test
  void drawsNothingElseBelowOne() {
    assertThat(new SplitMix64(3).below(1)).isZero();
  }

  @Test
  void refusesABoundOfZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SplitMix64(1).below(0));
  }

  @Test
  void includesBothEndsOfARange() {
    SplitMix64 draws = new SplitMix64(1);
    assertThat(draws.between(-1, 1)).isBetween(-1, 1);
    assertThat(IntStream.range(0, 100).map(i -> draws.between(-1, 1)).distinct())
        .containsExactlyInAnyOrder(-1, 0, 1);
  }

  @Test
  void givesEachKeyAStreamOfItsOwn() {
    long first = SplitMix64.keyed(1, 0, 0).next();

    assertThat(SplitMix64.keyed(1, 0, 0).next()).isEqualTo(first);
    assertThat(SplitMix64.keyed(1, 0, 1).next()).isNotEqualTo(first);
    assertThat(SplitMix64.keyed(1, 1, 0).next()).isNotEqualTo(first);
    assertThat(SplitMix64.keyed(2, 0, 0).next()).isNotEqualTo(first);
  }
}
