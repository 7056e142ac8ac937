package io.tamnas.benchmarks.load.worker;

import java.util.List;
import java.util.UUID;

/**
 * A measurement that a simulated worker has made.
 *
 * @param arrived when the worker was given it, by {@link System#nanoTime}
 * @param reported when it sent the result
 * @param answered when the service had taken the result
 */
public record Evaluation(
    UUID job, List<Integer> genotype, long arrived, long reported, long answered) {
  public Evaluation {
    genotype = List.copyOf(genotype);
  }
}
