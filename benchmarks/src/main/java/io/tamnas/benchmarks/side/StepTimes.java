package io.tamnas.benchmarks.side;

import io.tamnas.nets.training.TrainingObserver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Watches a short training from before its first step to after its last one. */
final class StepTimes implements TrainingObserver {
  private long began;
  private long ended;
  private double loss = Double.NaN;

  /** Of all steps together. */
  double milliseconds() {
    return (ended - began) / 1e6;
  }

  /** The mean over all steps. */
  double loss() {
    return loss;
  }

  @Override
  public void checkContinue() {
    if (began == 0) {
      began = System.nanoTime();
    }
  }

  @Override
  public void onMetrics(long step, Map<String, Double> metrics) {
    ended = System.nanoTime();
    loss = Objects.requireNonNull(metrics.get("trainingLoss"), "trainingLoss");
  }

  @Override
  public boolean wantsCheckpoint() {
    return false;
  }

  @Override
  public void onCheckpoint(long step, Path file) {}

  @Override
  public void onProgress(double share) {}
}
