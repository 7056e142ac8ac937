package io.tamnas.search.generation;

import org.jspecify.annotations.Nullable;

/**
 * One round of the search.
 *
 * @param remaining measurements that genotypes wait for
 * @param born how many individuals were born in it
 * @param measured how many of them are measured in full
 * @param hypervolume of its survivors; absent until it is ranked
 */
public record Generation(
    int number, State state, int remaining, int born, int measured, @Nullable Double hypervolume) {

  /** How far a generation is. */
  public enum State {
    MEASURING,
    RANKED
  }
}
