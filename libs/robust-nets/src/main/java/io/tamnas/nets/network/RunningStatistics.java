package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NormedConvolution;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembered means and variances, one pair for each normalization. */
public final class RunningStatistics implements Statistics {
  private final Function<NormedConvolution, Moments> moments;

  /** Mean and variance per channel. */
  public record Moments(NDArray mean, NDArray variance) {}

  private RunningStatistics(Function<NormedConvolution, Moments> moments) {
    this.moments = moments;
  }

  /** New ones: mean 0 and variance 1 everywhere; closed with the manager. */
  public RunningStatistics(NDManager manager) {
    this(new Fresh(manager, new HashMap<>()));
  }

  /** Those that a network keeps among its parameters; what is remembered changes these. */
  public static RunningStatistics among(Weights parameters) {
    return new RunningStatistics(
        unit ->
            new Moments(
                parameters.get(unit.runningMean()), parameters.get(unit.runningVariance())));
  }

  private record Fresh(NDManager manager, Map<String, Moments> made)
      implements Function<NormedConvolution, Moments> {
    @Override
    public Moments apply(NormedConvolution unit) {
      return made.computeIfAbsent(
          unit.normalization(),
          _ ->
              new Moments(
                  manager.zeros(new Shape(unit.output())), manager.ones(new Shape(unit.output()))));
    }
  }

  /** Those of a unit's normalization; not to be closed. */
  public Moments of(NormedConvolution unit) {
    return moments.apply(unit);
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
    return keeping(1 - 1f / (earlierBatches + 1));
  }

  /**
   * Normalizes by each batch's own statistics and follows them: {@code kept · old + (1 − kept) ·
   * batch's} for the mean and for the unbiased variance.
   *
   * @param kept in [0, 1]: what stays of the old value, the rest of what usual libraries call
   *     momentum
   * @return throws {@link IllegalArgumentException} where a batch has one value per channel, which
   *     has no unbiased variance
   */
  public Statistics keeping(float kept) {
    return (unit, convolved, scale, shift) -> {
      requireSpread(unit, convolved);
      Moments followed = of(unit);
      return convolved
          .getNDArrayInternal()
          .batchNorm(
              convolved, followed.mean(), followed.variance(), scale, shift, 1, kept, EPSILON, true)
          .singletonOrThrow();
    };
  }

  private static void requireSpread(NormedConvolution unit, NDArray convolved) {
    if (convolved.size() < 2L * unit.output()) {
      throw new IllegalArgumentException(
          unit.normalization()
              + " has a single value per channel in a batch whose statistics count; give every batch,"
              + " the last one too, at least 2 images");
    }
  }
}
