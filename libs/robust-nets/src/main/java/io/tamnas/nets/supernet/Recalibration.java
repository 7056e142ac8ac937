package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import java.util.List;

/**
 * Gives a path normalization statistics of its own: means over batches of clean images (Guo et al.
 * 2019, arXiv 1904.00420).
 */
public final class Recalibration {
  private Recalibration() {}

  /**
   * The statistics after all batches, in their order.
   *
   * @param batches each N × C × H × W in [0, 1], on the engine's device; stay open
   * @param manager closes the statistics
   */
  public static RunningStatistics of(
      NetworkPlan path, Weights weights, List<NDArray> batches, NDManager manager) {
    return of(path, weights, batches, () -> {}, manager);
  }

  /**
   * The same.
   *
   * @param goOn asked before every batch; what it throws ends it
   */
  public static RunningStatistics of(
      NetworkPlan path, Weights weights, List<NDArray> batches, Runnable goOn, NDManager manager) {
    RunningStatistics statistics = new RunningStatistics(manager);
    Constants constants = new Constants(manager);
    for (int i = 0; i < batches.size(); i++) {
      goOn.run();
      Unfolded execution = Unfolded.of(path, weights, statistics.gathering(i), constants);
      run(path, execution, batches.get(i), manager);
    }
    return statistics;
  }

  private static void run(NetworkPlan path, Unfolded execution, NDArray batch, NDManager manager) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray alias = batch.stopGradient();
      alias.attach(scratch);
      path.forward(execution, alias);
    }
  }
}
