package io.tamnas.search.generation;

import io.tamnas.search.latency.Latency;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An individual as it came into the world.
 *
 * @param generation where it was drawn or bred
 * @param position there, from 0
 * @param parents none of a drawn one, two of a bred one
 * @param measurement absent while it is not measured
 * @param latency absent while it is not measured, or where the job measures none
 */
public record Born(
    int generation,
    int position,
    Genotype genotype,
    List<Genotype> parents,
    NetworkCost cost,
    @Nullable Measurement measurement,
    @Nullable Latency latency) {
  public Born {
    parents = List.copyOf(parents);
  }

  /** The measurement of one that must have been measured. */
  public Measurement required() {
    if (measurement == null) {
      throw new IllegalStateException(
          "individual " + position + " of generation " + generation + " is not measured");
    }
    return measurement;
  }

  /** The latency of one that must have been measured for it. */
  Latency requiredLatency() {
    if (latency == null) {
      throw new IllegalStateException(
          "individual " + position + " of generation " + generation + " has no latency");
    }
    return latency;
  }
}
