package io.tamnas.nets.checkpoint;

import java.util.List;

/**
 * A tensor of a file: its name and the length of each axis.
 *
 * @param name at most 65535 bytes of UTF-8
 */
public record NamedTensor(String name, List<Long> shape) {
  public NamedTensor {
    shape = List.copyOf(shape);
  }

  /** How many values it has. */
  public int size() {
    return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
  }
}
