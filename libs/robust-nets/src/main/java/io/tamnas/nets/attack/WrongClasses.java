package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * For each image the classes that are not its own, the likeliest first; of equals the lower class
 * first.
 *
 * @param ranked image by image
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrongClasses(int[][] ranked) {

  /**
   * Ranks by the logits.
   *
   * @param logits N × classes, row by row
   */
  static WrongClasses of(float[] logits, int[] labels) {
    int classes = logits.length / labels.length;
    return new WrongClasses(
        IntStream.range(0, labels.length)
            .mapToObj(image -> rank(logits, image * classes, classes, labels[image]))
            .toArray(int[][]::new));
  }

  /** Ranks by the logits of the images as they are. */
  static WrongClasses of(Victims victims) {
    try (NDManager scratch = victims.images().getManager().newSubManager()) {
      NDArray images = victims.images().stopGradient();
      images.attach(scratch);
      return of(victims.classifier().logits(images).toFloatArray(), victims.labels());
    }
  }

  private static int[] rank(float[] logits, int from, int classes, int label) {
    return IntStream.range(0, classes)
        .filter(other -> other != label)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer other) -> -logits[from + other]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How many classes are wrong for an image. */
  int count() {
    return ranked[0].length;
  }

  /** Each image's class of that rank, from 0. */
  int[] of(int rank) {
    return IntStream.range(0, ranked.length).map(image -> ranked[image][rank]).toArray();
  }
}
