package io.tamnas.nets.export;

import io.tamnas.space.FeatureMap;

/**
 * A result of the graph that holds feature maps, N × channels × height × width.
 *
 * @param name within the graph
 */
record Maps(String name, FeatureMap each) {

  /** Other maps of the same shape. */
  Maps of(String result) {
    return new Maps(result, each);
  }
}
