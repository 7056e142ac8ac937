package io.tamnas.search.task;

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

  @Test
  void keepsItsPromisesInEveryInterleaving() {
    QuietService service = QuietService.shared();
    service.empty();
    for (long seed = SEED; seed < SEED + INTERLEAVINGS; seed++) {
      new FencingRun(service, RandomGeneratorFactory.of("L64X128MixRandom").create(seed), seed)
          .run();
    }
  }
}
