package io.tamnas.space;

/**
 * One thing that is wrong with a space or a genotype.
 *
 * @param path where, slash by slash from the space, such as {@code layers/3/blocks/0}; empty for
 *     the whole
 * @param message what is right and what was found instead
 */
public record Violation(String path, String message) {

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
