package io.tamnas.nets.training;

import java.util.EnumSet;
import java.util.Set;

/** Something that a training remembers of every weight. */
enum Trace {
  /** Decaying sums of gradients. */
  MOMENTA,
  /** Decaying means of squared gradients. */
  SQUARES,
  /** Decaying means of the weights themselves. */
  AVERAGES;

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

  /** What the names of its tensors begin with in a checkpoint. */
  String prefix() {
    return switch (this) {
      case MOMENTA -> "momenta/";
      case SQUARES -> "squares/";
      case AVERAGES -> "averages/";
    };
  }
}
