package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, no stale write is accepted, no task is lost, and none is done
 * twice. {@code -Dfencing.seed} and {@code -Dfencing.interleavings} choose which interleavings are
 * tried; {@code -Pchaos} tries ten thousand.
 */
@Tag("chaos")
class FencingIT {

  private static final long SEED = Long.getLong("fencing.seed", 1);
  private static final int INTERLEAVINGS = Integer.getInteger("fencing.interleavings", 300);

  /** In so many interleavings one worker is quarantined at least, or they try too little. */
  private static final int PER_QUARANTINE = 15;

  private final AtomicLong next = new AtomicLong(SEED);
  private final AtomicInteger quarantines = new AtomicInteger();

  @Test
  void keepsItsPromisesInEveryInterleaving() {
    try (QuietService other = QuietService.another()) {
      AtOnce.run(List.of(() -> runAll(QuietService.shared()), () -> runAll(other)));
    }
    assertThat(quarantines.get())
        .as("quarantines")
        .isGreaterThanOrEqualTo(INTERLEAVINGS / PER_QUARANTINE);
  }

  /** Those that nobody has begun; each is alone with its service, and none after one has failed. */
  private void runAll(QuietService service) {
    service.empty();
    long end = SEED + INTERLEAVINGS;
    try {
      for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
        quarantines.addAndGet(
            new FencingRun(
                    service, RandomGeneratorFactory.of("L64X128MixRandom").create(seed), seed)
                .run());
      }
    } catch (AssertionError e) {
      next.set(end);
      throw e;
    }
  }
}
