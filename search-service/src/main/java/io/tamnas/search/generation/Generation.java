package io.tamnas.search.generation;

import org.jspecify.annotations.Nullable;

/**
 * One round of the search.
 *
 * @param remaining genotypes that wait for their measurement
 * @param born how many individuals were born in it
 * @param measured how many of them are measured
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
