package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * What one step is given.
 *
 * @param groups whose paths it trains
 * @param images N × C × H × W in [0, 1]
 * @param labels N, int64
 * @param classes the labels again
 * @param goOn asked before every pass whether to go on; what it throws ends the step
 * @param scratch closed after the step, with images and labels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Lesson(
    int step,
    List<PathDraw.Group> groups,
    NDArray images,
    NDArray labels,
    int[] classes,
    Runnable goOn,
    NDManager scratch) {

  /** How many images. */
  int count() {
    return classes.length;
  }

  /** How many paths. */
  int paths() {
    return groups.stream().mapToInt(group -> group.trained().size()).sum();
  }
}
