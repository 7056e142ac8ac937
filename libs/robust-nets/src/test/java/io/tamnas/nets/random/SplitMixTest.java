package io.tamnas.nets.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMixTest {

  @Test
  void keepsTheStreamsApart() {
    Set<Long> firsts = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      for (long step = 0; step < 10; step++) {
        firsts.add(SplitMix.of(seed, "path", step).nextLong());
        firsts.add(SplitMix.of(seed, "order", step).nextLong());
        firsts.add(SplitMix.of(seed, "path", step, 0).nextLong());
      }
    }

    assertThat(firsts).hasSize(300);
  }

  @Test
  void isTheGeneratorOfThePlatform() {
    long key = SplitMix.key(1, "any");
    SplittableRandom platform = new SplittableRandom(key);

    assertThat(SplitMix.of(1, "any").nextLong()).isEqualTo(platform.nextLong());
  }

  @Test
  void drawsEveryNumberOnce() {
    int[] order = Permutation.draw(100, SplitMix.of(1, "order"));

    assertThat(order).doesNotHaveDuplicates().hasSize(100).isNotEqualTo(ordered());
    assertThat(order).containsExactlyInAnyOrder(ordered());
  }

  private static int[] ordered() {
    return java.util.stream.IntStream.range(0, 100).toArray();
  }
}
