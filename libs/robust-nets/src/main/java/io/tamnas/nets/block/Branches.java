package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;

/** How the branches of a block run, part and come together again. */
final class Branches {
  private Branches() {}

  /** The main branch and what follows it; the input stays open. */
  static NDArray main(Execution execution, BlockPlan block, NDArray input) {
    return block.attention().forward(execution, chain(execution, block.main(), input));
  }

  /** One unit after the other; the input stays open. */
  static NDArray chain(Execution execution, List<NormedConvolution> units, NDArray input) {
    NDArray values = execution.apply(units.getFirst(), input);
    for (NormedConvolution unit : units.subList(1, units.size())) {
      NDArray entered = values;
      values = execution.apply(unit, entered);
      entered.close();
    }
    return values;
  }

  /** The channels with even index and those with odd index, as views. */
  static NDList halves(Execution execution, NDArray input) {
    long channels = input.getShape().get(1);
    return channels % 2 == 0
        ? execution.layout().evenAndOdd(input)
        : new NDList(every(input, 0), every(input, 1));
  }

  private static NDArray every(NDArray input, int from) {
    long channels = input.getShape().get(1);
    return input.get(new NDIndex().addAllDim().addSliceDim(from, channels, 2));
  }

  /** Both along the channels; closes them. */
  static NDArray join(NDArray first, NDArray second) {
    try (first;
        second) {
      return first.getNDArrayInternal().concat(new NDList(second), 1);
    }
  }
}
