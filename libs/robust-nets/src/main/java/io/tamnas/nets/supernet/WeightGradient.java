package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.block.Parameter;
import java.util.List;

/** How a loss changes with some of a supernet's weights. */
public interface WeightGradient {

  /** The parameters it is by, each in the shape in which it was used, in a fixed order. */
  List<Parameter> trained();

  /** The gradient by a trained parameter, in the parameter's shape. */
  NDArray gradient(Parameter parameter);

  /** The gradient by all of them as one vector: parameter after parameter, each row-major. */
  NDArray gradient();
}
