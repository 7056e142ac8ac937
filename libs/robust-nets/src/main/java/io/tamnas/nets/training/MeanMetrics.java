package io.tamnas.nets.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sums what steps saw until it is reported. The sums are among the numbers that a training carries,
 * so it may stop between two reports.
 */
final class MeanMetrics {
  private static final String STEPS = "metrics.steps";
  private static final String LOSS = "metrics.loss";
  private static final String ACCURACY = "metrics.accuracy";
  private static final String GRADIENT_NORM = "metrics.gradientNorm";

  private final NamedNumbers memory;

  /**
   * Goes on with the sums of the memory.
   *
   * @param memory keeps them
   */
  MeanMetrics(NamedNumbers memory) {
    this.memory = memory;
  }

  void add(StepOutcome outcome) {
    memory.set(STEPS, memory.get(STEPS) + 1);
    add(LOSS, outcome.loss());
    add(ACCURACY, outcome.accuracy());
    add(GRADIENT_NORM, outcome.gradientNorm());
  }

  private void add(String sum, double value) {
    memory.setSum(sum, memory.sum(sum) + value);
  }

  /** Means since the last call, and the schedules' values of the last step. */
  Map<String, Double> take(StepOutcome last) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("trainingLoss", takeMean(LOSS));
    metrics.put("trainingAccuracy", takeMean(ACCURACY));
    metrics.put("gradientNorm", takeMean(GRADIENT_NORM));
    metrics.put("epsilon", last.epsilon());
    metrics.put("learningRate", last.learningRate());
    memory.set(STEPS, 0);
    return metrics;
  }

  private double takeMean(String sum) {
    double mean = memory.sum(sum) / memory.get(STEPS);
    memory.setSum(sum, 0);
    return mean;
  }
}
