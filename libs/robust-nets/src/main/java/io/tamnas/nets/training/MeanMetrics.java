package io.tamnas.nets.training;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sums what steps saw until it is reported. */
final class MeanMetrics {
  private int steps;
  private double loss;
  private double accuracy;
  private double gradientNorm;

  void add(StepOutcome outcome) {
    steps++;
    loss += outcome.loss();
    accuracy += outcome.accuracy();
    gradientNorm += outcome.gradientNorm();
  }

  /** Means since the last call, and the schedules' values of the last step. */
  Map<String, Double> take(StepOutcome last) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("trainingLoss", loss / steps);
    metrics.put("trainingAccuracy", accuracy / steps);
    metrics.put("gradientNorm", gradientNorm / steps);
    metrics.put("epsilon", last.epsilon());
    metrics.put("learningRate", last.learningRate());
    steps = 0;
    loss = 0;
    accuracy = 0;
    gradientNorm = 0;
    return metrics;
  }
}
