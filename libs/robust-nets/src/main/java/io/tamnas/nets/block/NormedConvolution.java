package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter.Beginning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution without bias and the batch normalization behind it. Padding keeps the size of the
 * map, or halves it (rounded up) at stride 2.
 *
 * @param name of the convolution
 * @param normalization name of the normalization
 * @param groups 1, or as many as channels for a depthwise one
 * @param scaling whether the normalization has a scale and shift even where the network's others
 *     have none
 */
public record NormedConvolution(
    String name,
    String normalization,
    int input,
    int output,
    int kernel,
    int stride,
    int groups,
    Scaling scaling,
    Activation activation) {

  /** When a normalization has a learned scale γ and shift β. */
  public enum Scaling {
    /** As the network's normalization has it. */
    OF_NETWORK,
    /** Always, with γ from 0, so that a residual branch begins as the identity. */
    LEARNED_FROM_ZERO
  }

  /** A convolution over all channels, followed by a ReLU. */
  public static NormedConvolution full(
      String name, String normalization, int input, int output, int kernel, int stride) {
    return new NormedConvolution(
        name, normalization, input, output, kernel, stride, 1, Scaling.OF_NETWORK, Activation.RELU);
  }

  /** One kernel per channel. */
  static NormedConvolution depthwise(
      String name, String normalization, int channels, int kernel, int stride) {
    return new NormedConvolution(
        name,
        normalization,
        channels,
        channels,
        kernel,
        stride,
        channels,
        Scaling.OF_NETWORK,
        Activation.NONE);
  }

  /** The kernel. */
  public Parameter weight() {
    return new Parameter(
        name + ".weight",
        new Shape(output, input / groups, kernel, kernel),
        new Beginning.Uniform(input / groups * kernel * kernel));
  }

  /** The normalization's scale γ, where it has one. */
  public Parameter scale() {
    return new Parameter(
        normalization + ".weight",
        new Shape(output),
        new Beginning.Constant(scaling == Scaling.LEARNED_FROM_ZERO ? 0 : 1));
  }

  /** The normalization's shift β, where it has one. */
  public Parameter shift() {
    return new Parameter(normalization + ".bias", new Shape(output), new Beginning.Constant(0));
  }

  /** Remembered mean of each channel, where the network remembers any; not trained. */
  public Parameter runningMean() {
    return new Parameter(
        normalization + ".running_mean", new Shape(output), new Beginning.Constant(0));
  }

  /** Remembered variance of each channel, where the network remembers any; not trained. */
  public Parameter runningVariance() {
    return new Parameter(
        normalization + ".running_var", new Shape(output), new Beginning.Constant(1));
  }

  /** Whether the normalization has scale and shift in such a network. */
  public boolean isScaled(NetworkScaling network) {
    return scaling == Scaling.LEARNED_FROM_ZERO || network == NetworkScaling.LEARNED;
  }

  /** What is trained in such a network. */
  public List<Parameter> parameters(NetworkScaling network) {
    return isScaled(network) ? List.of(weight(), scale(), shift()) : List.of(weight());
  }

  /**
   * The convolution alone.
   *
   * @param images N × input × H × W
   * @param weight output × input/groups × kernel × kernel
   * @param bias of {@code output} values, or none
   * @return N × output × ⌈H/stride⌉ × ⌈W/stride⌉, in the manager of the images
   */
  public NDArray convolve(NDArray images, NDArray weight, @Nullable NDArray bias) {
    int padding = kernel / 2;
    return images
        .getNDArrayInternal()
        .convolution(
            images,
            weight,
            bias,
            new Shape(stride, stride),
            new Shape(padding, padding),
            new Shape(1, 1),
            groups)
        .singletonOrThrow();
  }
}
