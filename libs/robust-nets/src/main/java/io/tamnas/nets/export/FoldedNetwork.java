package io.tamnas.nets.export;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.space.InputShape;

/**
 * A network in evaluation mode, its normalizations folded into the convolutions.
 *
 * @param folded the kernels, and every other parameter of the plan; whoever made it closes it
 * @param input the shape of the images
 */
public record FoldedNetwork(NetworkPlan plan, Folded folded, InputShape input)
    implements Classifier {
  public FoldedNetwork {
    if (plan.channels() != input.channels()) {
      throw new IllegalArgumentException(
          "the network takes %d channels, but the images are %s".formatted(plan.channels(), input));
    }
  }

  @Override
  public NDArray logits(NDArray images) {
    return plan.forward(folded, images);
  }
}
