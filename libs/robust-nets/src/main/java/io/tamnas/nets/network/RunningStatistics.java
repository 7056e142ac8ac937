package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NormedConvolution;
import java.util.HashMap;
import java.util.Map;

/** Remembered means and variances, one pair for each normalization; closed with their manager. */
public final class RunningStatistics implements Statistics {
  private final NDManager manager;
  private final Map<String, Moments> moments = new HashMap<>();

  /** Mean and variance per channel. */
  public record Moments(NDArray mean, NDArray variance) {}

  public RunningStatistics(NDManager manager) {
    this.manager = manager;
  }

  /** Those of a unit's normalization; mean 0 and variance 1 where nothing has been set. */
  public Moments of(NormedConvolution unit) {
    return moments.computeIfAbsent(
        unit.normalization(),
        name ->
            new Moments(
                manager.zeros(new Shape(unit.output())), manager.ones(new Shape(unit.output()))));
  }

  @Override
  public NDArray normalize(
      NormedConvolution unit, NDArray convolved, NDArray scale, NDArray shift) {
    Moments known = of(unit);
    return convolved
        .getNDArrayInternal()
        .batchNorm(convolved, known.mean(), known.variance(), scale, shift, 1, 1, EPSILON, false)
        .singletonOrThrow();
  }

  /**
   * Normalizes by each batch's own statistics and gathers them: after the n-th batch these are the
   * means over the n batches of mean and unbiased variance.
   *
   * @param earlierBatches n − 1
   * @return throws {@link IllegalArgumentException} where a batch has one value per channel, which
   *     has no unbiased variance
   */
  public Statistics gathering(int earlierBatches) {
    float kept = 1 - 1f / (earlierBatches + 1);
    return (unit, convolved, scale, shift) -> {
      requireSpread(unit, convolved);
      Moments gathered = of(unit);
      return convolved
          .getNDArrayInternal()
          .batchNorm(
              convolved, gathered.mean(), gathered.variance(), scale, shift, 1, kept, EPSILON, true)
          .singletonOrThrow();
    };
  }

  private static void requireSpread(NormedConvolution unit, NDArray convolved) {
    if (convolved.size() < 2L * unit.output()) {
      throw new IllegalArgumentException(
          unit.normalization()
              + " has a single value per channel in a batch of recalibration; give every batch,"
              + " the last one too, at least 2 images");
    }
  }
}
