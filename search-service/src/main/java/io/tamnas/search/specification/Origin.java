package io.tamnas.search.specification;

import java.util.UUID;

/**
 * Where a forked job begins: with the population of another one.
 *
 * @param generation of that job, whose survivors are the population
 */
public record Origin(UUID job, int generation) {
  public Origin {
    if (generation < 0) {
      throw new IllegalArgumentException("generations count from 0, not from " + generation);
    }
  }
}
