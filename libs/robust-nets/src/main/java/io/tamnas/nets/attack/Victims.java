package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;

/**
 * Images under attack, and the classifier that is to be misled.
 *
 * @param images N × C × H × W in [0, 1], float32
 * @param labels N
 * @param numbers N, of the images in their data set: chance depends on them, never on the batch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Victims(Classifier classifier, NDArray images, int[] labels, int[] numbers) {

  int count() {
    return labels.length;
  }

  /** Values per image. */
  int imageSize() {
    return Math.toIntExact(images.size() / count());
  }

  /** Some of them; the same tensor where they are all. */
  Victims rows(int[] rows, NDManager manager) {
    return rows.length == count()
        ? this
        : new Victims(
            classifier,
            Rows.of(images, Rows.numbers(manager, rows)),
            Rows.pick(labels, rows),
            Rows.pick(numbers, rows));
  }
}
