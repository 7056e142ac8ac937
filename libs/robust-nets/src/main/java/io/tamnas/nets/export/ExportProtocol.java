package io.tamnas.nets.export;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.FinalImages;

/**
 * How an exported file is checked and measured.
 *
 * @param attack of a single run, as {@link FinalImages#requireOneRun} says
 * @param images how many of the split, from its beginning
 * @param batchSize images per pass; it changes bits, so it is a constant
 * @param seed of everything random in the attack
 */
public record ExportProtocol(
    Attack attack, int images, int batchSize, long seed, LatencyProtocol latency) {
  public ExportProtocol {
    FinalImages.requireOneRun(attack);
    if (images < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "an export is checked on at least one image, in batches of at least one, not on %d and %d"
              .formatted(images, batchSize));
    }
  }
}
