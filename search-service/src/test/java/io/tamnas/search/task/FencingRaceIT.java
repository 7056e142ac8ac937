package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where claims, reports, sweeps, registrations and people come at the same time, locks take the
 * place of turns. What happens is not the same twice, so no model says what comes next; but nothing
 * that is never right may ever show, nobody may be stuck, and in the end all is done, each once.
 */
@Tag("chaos")
class FencingRaceIT {

  private static final int RACES = Integer.getInteger("fencing.races", 3);
  private static final int THREADS = 4;
  private static final int DEEDS = 120;

  private final QuietService service = QuietService.shared();

  @Test
  void keepsItsPromisesWhereEverythingHappensAtOnce() throws Exception {
    for (long seed = 1; seed <= RACES; seed++) {
      service.empty();
      FencingRace race = new FencingRace(service);
      race.begin(seed);
      runAtOnce(race, seed);
      race.heal();
      race.checkThatEachWasDoneOnce();
    }
  }

  private static void runAtOnce(FencingRace race, long seed) throws Exception {
    RandomGeneratorFactory<RandomGenerator> generators =
        RandomGeneratorFactory.of("L64X128MixRandom");
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        RandomGenerator random = generators.create(seed * THREADS + thread);
        runs.add(
            threads.submit(
                () -> {
                  for (int deed = 0; deed < DEEDS; deed++) {
                    race.deed(random);
                    assertThat(race.wrong()).isEmpty();
                  }
                }));
      }
    }
    for (Future<?> run : runs) {
      join(run);
    }
  }

  private static void join(Future<?> run) throws InterruptedException {
    try {
      run.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a deed failed as none may", e.getCause());
    }
  }
}
