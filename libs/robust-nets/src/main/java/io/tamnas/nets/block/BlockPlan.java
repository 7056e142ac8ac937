package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.tamnas.space.SubnetLayer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ShuffleNetV2 unit of single-path one-shot search (Guo et al. 2019, arXiv 1904.00420, figure 4).
 * At stride 1 the channels with even index pass and those with odd index enter the main branch; at
 * stride 2 all enter both the main branch and the projection.
 */
public sealed interface BlockPlan {

  /** The main branch, in order. */
  List<NormedConvolution> main();

  /** What stands beside the main branch: nothing at stride 1. */
  List<NormedConvolution> projection();

  /** What follows the main branch. */
  AttentionPlan attention();

  /**
   * Runs the block.
   *
   * @param input N × C × H × W; stays open
   * @return N × width × ⌈H/stride⌉ × ⌈W/stride⌉: the passed or projected channels, then the main
   *     branch's
   */
  NDArray forward(Execution execution, NDArray input);

  /** Every convolution with a normalization, in a fixed order. */
  default List<NormedConvolution> units() {
    return Stream.of(main(), projection(), attention().units()).flatMap(List::stream).toList();
  }

  /** What is trained in such a network, in a fixed order. */
  default List<Parameter> parameters(NetworkScaling network) {
    return Stream.concat(
            units().stream().flatMap(unit -> unit.parameters(network).stream()),
            attention().parameters().stream())
        .toList();
  }

  /**
   * The block that a layer of a subnet is.
   *
   * @param prefix of its parameters' names, such as {@code layers.3}
   */
  static BlockPlan of(String prefix, SubnetLayer layer) {
    List<NormedConvolution> main = MainBranch.of(prefix + ".main", layer);
    AttentionPlan attention =
        AttentionPlan.of(
            prefix + ".main." + MainBranch.end(layer.block().kind()),
            layer.block().attention(),
            layer.mainOutputChannels());
    return layer.stride() == 1
        ? new Passing(main, attention)
        : new Projecting(main, Projection.of(prefix + ".proj", layer), attention);
  }

  /** Stride 1: half of the channels pass. */
  record Passing(List<NormedConvolution> main, AttentionPlan attention) implements BlockPlan {
    public Passing {
      main = List.copyOf(main);
    }

    @Override
    public List<NormedConvolution> projection() {
      return List.of();
    }

    @Override
    public NDArray forward(Execution execution, NDArray input) {
      NDList halves = Branches.halves(execution, input);
      try (NDArray odd = halves.get(1)) {
        return Branches.join(halves.get(0), Branches.main(execution, this, odd));
      }
    }
  }

  /** Stride 2: all channels are projected beside the main branch. */
  record Projecting(
      List<NormedConvolution> main, List<NormedConvolution> projection, AttentionPlan attention)
      implements BlockPlan {
    public Projecting {
      main = List.copyOf(main);
      projection = List.copyOf(projection);
    }

    @Override
    public NDArray forward(Execution execution, NDArray input) {
      return Branches.join(
          Branches.chain(execution, projection, input), Branches.main(execution, this, input));
    }
  }
}
