package io.tamnas.nets.training;

import java.util.EnumSet;
import java.util.Set;

/** Something that a training remembers of every parameter. */
enum Trace {
  /** Decaying sums of gradients. */
  MOMENTA,
  /** Decaying means of squared gradients. */
  SQUARES,
  /** Decaying means of the weights themselves. */
  AVERAGES,
  /** The network that measured best so far. */
  BEST;

  /** Those that a training needs. */
  static Set<Trace> of(TrainingRecipe recipe) {
    Set<Trace> traces =
        switch (recipe.optimizer()) {
          case Optimizer.Sgd _ -> EnumSet.of(MOMENTA);
          case Optimizer.AdamW _ -> EnumSet.of(MOMENTA, SQUARES);
        };
    if (recipe.averaging() > 0) {
      traces.add(AVERAGES);
    }
    return traces;
  }

  /** Those that a training needs which keeps the best of its states. */
  static Set<Trace> ofSelecting(TrainingRecipe recipe) {
    Set<Trace> traces = of(recipe);
    traces.add(BEST);
    return traces;
  }

  /** What the names of its tensors begin with in a checkpoint. */
  String prefix() {
    return switch (this) {
      case MOMENTA -> "momenta/";
      case SQUARES -> "squares/";
      case AVERAGES -> "averages/";
      case BEST -> "best/";
    };
  }
}
