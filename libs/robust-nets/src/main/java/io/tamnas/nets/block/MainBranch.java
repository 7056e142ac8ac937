package io.tamnas.nets.block;

import io.tamnas.space.BlockKind;
import io.tamnas.space.SubnetLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * The convolutions of a main branch. Names count every part, activations too: a convolution, its
 * normalization, a ReLU where there is one.
 */
final class MainBranch {
  private final String prefix;
  private final List<NormedConvolution> units = new ArrayList<>();
  private int parts;

  private MainBranch(String prefix) {
    this.prefix = prefix;
  }

  static List<NormedConvolution> of(String prefix, SubnetLayer layer) {
    MainBranch branch = new MainBranch(prefix);
    int middle = layer.middleChannels();
    int kernel = layer.block().kind().kernel();
    switch (layer.block().kind()) {
      case SHUFFLE3, SHUFFLE5, SHUFFLE7 ->
          branch
              .pointwise(layer.mainInputChannels(), middle)
              .depthwise(middle, kernel, layer.stride())
              .pointwise(middle, layer.mainOutputChannels());
      case XCEPTION ->
          branch
              .depthwise(layer.mainInputChannels(), kernel, layer.stride())
              .pointwise(layer.mainInputChannels(), middle)
              .depthwise(middle, kernel, 1)
              .pointwise(middle, middle)
              .depthwise(middle, kernel, 1)
              .pointwise(middle, layer.mainOutputChannels());
    }
    return branch.units;
  }

  /** How many parts the branch of that kind has. */
  static int end(BlockKind kind) {
    return switch (kind) {
      case SHUFFLE3, SHUFFLE5, SHUFFLE7 -> 8;
      case XCEPTION -> 15;
    };
  }

  private MainBranch pointwise(int input, int output) {
    units.add(NormedConvolution.full(name(0), name(1), input, output, 1, 1));
    parts += 3;
    return this;
  }

  private MainBranch depthwise(int channels, int kernel, int stride) {
    units.add(NormedConvolution.depthwise(name(0), name(1), channels, kernel, stride));
    parts += 2;
    return this;
  }

  private String name(int ahead) {
    return prefix + "." + (parts + ahead);
  }
}
