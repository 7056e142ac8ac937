package io.tamnas.search.front;

import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.JobReader;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The fronts of whole generations, which never change once the next one has begun; those asked for
 * last are remembered.
 */
@Component
class EarlierFronts {

  private static final int REMEMBERED = 256;

  private final JobReader jobs;
  private final Individuals individuals;
  private final ConcurrentLruCache<Key, FrontSoFar> fronts =
      new ConcurrentLruCache<>(REMEMBERED, this::make);

  EarlierFronts(JobReader jobs, Individuals individuals) {
    this.jobs = jobs;
    this.individuals = individuals;
  }

  private record Key(UUID job, int generation) {}

  /** The front of all that was measured in generations before that one, which has begun. */
  FrontSoFar before(UUID job, int generation) {
    return generation < 1 ? FrontSoFar.NOTHING : fronts.get(new Key(job, generation));
  }

  /** From the one before where that is remembered, and otherwise from all at once. */
  private FrontSoFar make(Key key) {
    int last = key.generation() - 1;
    Evolution evolution = new Evolution(jobs.get(key.job()).specification());
    return fronts.contains(new Key(key.job(), last))
        ? before(key.job(), last).with(individuals.measuredIn(key.job(), last), evolution)
        : FrontSoFar.NOTHING.with(individuals.measuredUntil(key.job(), last), evolution);
  }
}
