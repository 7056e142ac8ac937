package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where claims, reports, sweeps, registrations, operators and people come at the same time, locks
 * take the place of turns. What happens is not the same twice, so no model says what comes next;
 * but nothing that is never right may ever show, nobody may be stuck, and in the end all is done
 * that was not given up, each once.
 */
@Tag("chaos")
class FencingRaceIT {

  private static final int RACES = Integer.getInteger("fencing.races", 3);
  private static final int THREADS = 4;
  private static final int DEEDS = 150;

  private final QuietService service = QuietService.shared();

  @Test
  void keepsItsPromisesWhereEverythingHappensAtOnce() {
    for (long seed = 1; seed <= RACES; seed++) {
      service.empty();
      FencingRace race = new FencingRace(service);
      race.begin();
      AtOnce.run(
          LongStream.range(seed * THREADS, (seed + 1) * THREADS)
              .<Runnable>mapToObj(one -> () -> runOne(race, one))
              .toList());
      race.heal();
      race.checkThatEachWasDoneOnce();
    }
  }

  private static void runOne(FencingRace race, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int deed = 0; deed < DEEDS; deed++) {
      race.deed(random);
      assertThat(race.wrong()).isEmpty();
    }
  }
}
