package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Statistics;

/**
 * How normalizations stand while a network trains.
 *
 * @param ofBatch each batch's own, remembered by nobody
 * @param ofLearning those of the pass over the crafted images that are learned from
 * @param remembered what a network of its own remembers; of no meaning in a supernet
 * @param constants where a normalization has no scale and shift
 */
record Normalizing(
    Statistics ofBatch, Statistics ofLearning, RunningStatistics remembered, Constants constants) {
  /** As usual libraries do: what they call a momentum of 0.1, of mean and unbiased variance. */
  private static final float KEPT = 0.9f;

  /** In a network of its own the passes that learn are remembered. */
  static Normalizing of(TrainingState state) {
    Normalizing plain = ofBatches(state.manager());
    RunningStatistics running = state.statistics();
    return switch (state.plan().scaling()) {
      case NONE -> plain;
      case LEARNED ->
          new Normalizing(plain.ofBatch(), running.keeping(KEPT), running, plain.constants());
    };
  }

  /** Nothing is remembered. */
  static Normalizing ofBatches(NDManager manager) {
    Statistics batch = new BatchStatistics(manager);
    return new Normalizing(batch, batch, new RunningStatistics(manager), new Constants(manager));
  }

  /** The same, but nothing is remembered. */
  Normalizing forgotten() {
    return new Normalizing(ofBatch, ofBatch, remembered, constants);
  }
}
