package io.tamnas.nets.training;

import java.nio.file.Path;
import java.util.Map;

/** Lets a training run to its end and listens to nothing. */
final class QuietObserver implements TrainingObserver {
  @Override
  public void onMetrics(long step, Map<String, Double> metrics) {}

  @Override
  public boolean wantsCheckpoint() {
    return false;
  }

  @Override
  public void onCheckpoint(long step, Path file) {}

  @Override
  public void checkContinue() {}

  @Override
  public void onProgress(double share) {}
}
