package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import io.tamnas.space.Attention;
import java.util.List;

/** What follows a main branch. */
public sealed interface AttentionPlan permits AttentionPlan.None, SqueezeExcitation, NonLocal {

  /** Its convolutions with a normalization. */
  default List<NormedConvolution> units() {
    return List.of();
  }

  /** Its other parameters, in a fixed order. */
  List<Parameter> parameters();

  /**
   * Applies it.
   *
   * @param values N × channels × H × W, the main branch's output; closed here, unless it is the
   *     result
   * @return the same shape
   */
  NDArray forward(Execution execution, NDArray values);

  /** The attention of that kind on that many channels. */
  static AttentionPlan of(String prefix, Attention kind, int channels) {
    return switch (kind) {
      case NONE -> new None();
      case SQUEEZE_EXCITATION -> new SqueezeExcitation(prefix, channels, Math.max(8, channels / 4));
      case NON_LOCAL -> new NonLocal(prefix, channels, Math.max(4, channels / 4));
    };
  }

  /** Nothing. */
  record None() implements AttentionPlan {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public NDArray forward(Execution execution, NDArray values) {
      return values;
    }
  }
}
