package io.tamnas.benchmarks.load.house;

/** Whether it is recorded where time goes. */
public enum Profile {
  /** By Java's flight recorder, and by {@code pg_stat_statements}. */
  TAKEN,
  NOT_TAKEN
}
