package io.tamnas.protocol.task;

import java.util.List;

/**
 * Worker to service: what was observed since the last batch.
 *
 * @param number from 1 per attempt, without gaps; a number that was already taken counts once
 */
public record MetricBatch(int number, List<Metric> metrics) {
  public MetricBatch {
    metrics = List.copyOf(metrics);
  }

  /** One observation, such as {@code trainingLoss} at a step. */
  public record Metric(String name, long step, double value) {}
}
