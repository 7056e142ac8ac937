package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;

/** Vectors of zeros and ones of each length, made once, closed with their manager. */
public final class Constants {
  private final NDManager manager;
  private final Map<Integer, NDArray> zeros = new HashMap<>();
  private final Map<Integer, NDArray> ones = new HashMap<>();

  public Constants(NDManager manager) {
    this.manager = manager;
  }

  /** That many zeros; not to be closed. */
  public NDArray zeros(int length) {
    return zeros.computeIfAbsent(length, n -> manager.zeros(new Shape(n)));
  }

  /** That many ones; not to be closed. */
  public NDArray ones(int length) {
    return ones.computeIfAbsent(length, n -> manager.ones(new Shape(n)));
  }
}
