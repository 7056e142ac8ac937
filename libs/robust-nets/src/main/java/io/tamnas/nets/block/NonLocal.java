package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NormedConvolution.Scaling;
import io.tamnas.nets.block.Parameter.Beginning;
import java.util.List;

/**
 * Non-local block, embedded Gaussian (Wang et al. 2018, arXiv 1711.07971, equations 3 and 6): every
 * position adds a mean over the 2×2 max-pooled map, weighted by softmax(θᵀφ). The last
 * normalization's scale begins at 0, so the block begins as the identity.
 */
public record NonLocal(String prefix, int channels, int hidden) implements AttentionPlan {
  private static final Shape POOL = new Shape(2, 2);

  @Override
  public List<NormedConvolution> units() {
    return List.of(back());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(theta(), phi(), g());
  }

  /** θ, of every position: hidden × channels × 1 × 1. */
  public Parameter theta() {
    return embedding("theta");
  }

  /** φ, of the pooled positions: hidden × channels × 1 × 1. */
  public Parameter phi() {
    return embedding("phi");
  }

  /** g, of the pooled positions: hidden × channels × 1 × 1. */
  public Parameter g() {
    return embedding("g");
  }

  @Override
  public NDArray forward(Execution execution, NDArray values) {
    long height = values.getShape().get(2);
    long width = values.getShape().get(3);
    NDArray pooled = values.getNDArrayInternal().maxPool(POOL, POOL, new Shape(0, 0), true);
    NDArray theta = embed(execution, theta(), values).transpose(0, 2, 1); // N × HW × hidden
    NDArray phi = embed(execution, phi(), pooled); // N × hidden × P
    NDArray g = embed(execution, g(), pooled).transpose(0, 2, 1); // N × P × hidden
    NDArray mean = theta.batchMatMul(phi).softmax(-1).batchMatMul(g); // N × HW × hidden
    NDArray map = mean.transpose(0, 2, 1).reshape(-1, hidden, height, width);
    try (values) {
      return values.add(execution.apply(back(), map));
    }
  }

  /** 1×1 without normalization, flattened to N × hidden × positions. */
  private NDArray embed(Execution execution, Parameter embedding, NDArray map) {
    NDArray weight = execution.parameter(embedding);
    Shape one = new Shape(1, 1);
    return map.getNDArrayInternal()
        .convolution(map, weight, null, one, new Shape(0, 0), one, 1)
        .singletonOrThrow()
        .reshape(map.getShape().get(0), hidden, -1);
  }

  private Parameter embedding(String name) {
    return new Parameter(
        prefix + "." + name + ".weight",
        new Shape(hidden, channels, 1, 1),
        new Beginning.Uniform(channels));
  }

  /** The way back, 1×1 to all channels, with its normalization. */
  public NormedConvolution back() {
    return new NormedConvolution(
        prefix + ".back",
        prefix + ".bn",
        hidden,
        channels,
        1,
        1,
        1,
        Scaling.LEARNED_FROM_ZERO,
        Activation.NONE);
  }
}
