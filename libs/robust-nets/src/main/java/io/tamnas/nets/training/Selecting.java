package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.measuring.MeasuredImages;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.Recalibration;
import io.tamnas.nets.supernet.Supernet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the best state of a network of its own: looks at what it has learned every so many steps
 * and at the end, by measuring it folded on the validation images.
 *
 * <p>Where the training averages its weights, the averages are looked at. No training has passed
 * through them, so they get statistics of their own, on clean training images; the averages of the
 * running statistics, which belong to the weights that were averaged, are not used.
 */
final class Selecting implements Look {
  private final CheckpointSelection selection;
  private final int steps;
  private final MeasuredImages images;
  private final List<NDArray> recalibration;
  private final TrainingState state;
  private final NetworkPlan plan;
  private final BestSoFar best;

  /**
   * For a state of a network of its own.
   *
   * @param steps of the whole training
   * @param images of the selection's protocol
   * @param recalibration clean training images in batches, each N × C × H × W in [0, 1]
   */
  Selecting(
      CheckpointSelection selection,
      int steps,
      MeasuredImages images,
      List<NDArray> recalibration,
      TrainingState state) {
    this.selection = selection;
    this.steps = steps;
    this.images = images;
    this.recalibration = recalibration;
    this.state = state;
    this.plan = state.plan().widest();
    this.best = new BestSoFar(state.numbers());
  }

  @Override
  public void after(int done, TrainingObserver observer) {
    if (done % selection.interval() == 0 || done == steps) {
      TrainingCheckpoint.requireNumbers(state.learned(), done);
      try (NDManager scratch = state.manager().newSubManager()) {
        look(done, observer, scratch);
      }
    }
  }

  private void look(int done, TrainingObserver observer, NDManager scratch) {
    Weights weights = state.learned().copy(scratch);
    RunningStatistics statistics = statistics(weights, observer, scratch);
    Folded folded = new Folded(plan, weights, statistics, scratch);
    Measurement found =
        images.measure(moved -> plan.forward(folded, moved), new Continuing(observer));
    observer.onMetrics(done, metrics(found));
    if (best.isBeatenBy(found)) {
      keep(statistics);
      TrainingCheckpoint.requireNumbers(state.trace(Trace.BEST), done);
      best.set(done, found);
    }
  }

  private RunningStatistics statistics(
      Weights weights, TrainingObserver observer, NDManager scratch) {
    return state.traces().containsKey(Trace.AVERAGES)
        ? Recalibration.of(plan, weights, recalibration, observer::checkContinue, scratch)
        : state.statistics();
  }

  private void keep(RunningStatistics statistics) {
    Supernet kept = state.trace(Trace.BEST);
    for (Parameter parameter : kept.plan().parameters()) {
      state.learned().full(parameter).copyTo(kept.full(parameter));
    }
    for (NormedConvolution unit : plan.units()) {
      statistics.of(unit).mean().copyTo(kept.full(unit.runningMean()));
      statistics.of(unit).variance().copyTo(kept.full(unit.runningVariance()));
    }
  }

  private static Map<String, Double> metrics(Measurement found) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("validationAccuracy", (double) found.cleanCorrect() / found.images());
    metrics.put("robustValidationAccuracy", (double) found.adversarialCorrect() / found.images());
    return metrics;
  }

  /** A look may be ended like a step; it is no progress of the steps. */
  private record Continuing(TrainingObserver observer) implements MeasuringObserver {
    @Override
    public void checkContinue() {
      observer.checkContinue();
    }

    @Override
    public void onProgress(double share) {}
  }
}
