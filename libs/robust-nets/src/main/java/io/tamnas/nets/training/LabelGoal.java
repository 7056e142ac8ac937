package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.loss.Divergence;
import io.tamnas.nets.network.CrossEntropy;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A loss for the true labels.
 *
 * <p>TRADES climbs the divergence from the classes of the clean images, which are held fixed (Zhang
 * et al. 2019, arXiv 1901.08573, algorithm 1); the others climb the cross-entropy of the label,
 * which is not smoothed there.
 */
record LabelGoal(Loss loss, int classes) implements Goal {

  @Override
  public Objective objective(NDArray images, NDArray labels) {
    return Objective.of(loss, labels, classes);
  }

  @Override
  public UnaryOperator<NDArray> climbed(NDArray images, NDArray labels, Supplier<NDArray> clean) {
    return switch (loss) {
      case Loss.Trades _ -> from(clean.get());
      case Loss.CrossEntropy _, Loss.Alp _, Loss.Mart _ ->
          logits -> CrossEntropy.sum(logits, labels);
    };
  }

  private static UnaryOperator<NDArray> from(NDArray clean) {
    return logits -> Divergence.ofRows(clean, logits).sum();
  }

  @Override
  public boolean climbsDivergence() {
    return loss instanceof Loss.Trades;
  }
}
