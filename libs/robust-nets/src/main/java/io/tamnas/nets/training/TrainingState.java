package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.supernet.ParameterValues;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a training carries from step to step; everything else is a function of the step's number.
 *
 * @param traces in the shapes of the weights
 * @param numbers what else is remembered
 * @param manager of the weights and their traces; closed with this
 */
record TrainingState(
    NDManager manager, Supernet weights, Map<Trace, Supernet> traces, NamedNumbers numbers)
    implements AutoCloseable {

  TrainingState {
    traces = Collections.unmodifiableMap(new EnumMap<>(traces));
  }

  /**
   * A training that has not begun: averages and the best begin as the weights, other traces at 0.
   */
  static TrainingState fresh(
      SupernetPlan plan, ParameterValues initial, Set<Trace> traces, NDManager manager) {
    Map<Trace, Supernet> beginnings = new EnumMap<>(Trace.class);
    for (Trace trace : traces) {
      ParameterValues values =
          switch (trace) {
            case MOMENTA, SQUARES -> parameter -> new float[(int) parameter.shape().size()];
            case AVERAGES, BEST -> initial;
          };
      beginnings.put(trace, Supernet.of(plan, values, manager));
    }
    return new TrainingState(
        manager, Supernet.of(plan, initial, manager), beginnings, new NamedNumbers());
  }

  /** A trace that the training's recipe asks for. */
  Supernet trace(Trace trace) {
    return Objects.requireNonNull(traces.get(trace), trace.prefix());
  }

  SupernetPlan plan() {
    return weights.plan();
  }

  /** What the normalizations remember, where the plan has them do so. */
  RunningStatistics statistics() {
    return RunningStatistics.among(weights::full);
  }

  /** What was learned: the averaged weights where the training averages, else the weights. */
  Supernet learned() {
    return traces.getOrDefault(Trace.AVERAGES, weights);
  }

  @Override
  public void close() {
    manager.close();
  }
}
