package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;

/** Told where images end under an attack; the last word about an image counts. */
@FunctionalInterface
interface Finals {
  /** For whoever wants verdicts alone. */
  Finals UNWANTED = (rows, images, positions) -> {};

  /**
   * Some images are where they end.
   *
   * @param rows of the victims, one for each position
   * @param images n × C × H × W, among them those that end
   * @param positions of them in {@code images}
   */
  void accept(int[] rows, NDArray images, int[] positions);

  /** For an attack on some rows of the victims. */
  default Finals of(int[] within) {
    return (rows, images, positions) -> accept(Rows.pick(within, rows), images, positions);
  }
}
