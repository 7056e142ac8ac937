package io.tamnas.nets.training;

import java.nio.file.Path;
import java.util.Map;

/** Whom a training tells how it goes, and who may end it. Called from the training's thread. */
public interface TrainingObserver {

  /**
   * Means since the last call, every 20 steps and at the end, by name: {@code trainingLoss}, {@code
   * trainingAccuracy} (both on the crafted images), {@code epsilon}, {@code learningRate}, {@code
   * gradientNorm}.
   *
   * @param step how many steps are done
   */
  void onMetrics(long step, Map<String, Double> metrics);

  /**
   * Asked after every step: whether a checkpoint is due. Writing one changes nothing, and what was
   * seen since the last report is in it.
   */
  boolean wantsCheckpoint();

  /**
   * A checkpoint was written; the next one overwrites the file.
   *
   * @param step how many steps are done
   */
  void onCheckpoint(long step, Path file);

  /**
   * Asked before every step and before every pass of one, so every few seconds at least.
   *
   * @throws TrainingStopped to end the training here; what a step has done so far is lost
   */
  void checkContinue() throws TrainingStopped;

  /** The share of the steps that is done, in [0, 1]. */
  void onProgress(double share);
}
