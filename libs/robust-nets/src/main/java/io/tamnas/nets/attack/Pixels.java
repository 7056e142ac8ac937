package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.network.Classifier;
import java.util.Arrays;

/**
 * Images side by side in plain memory, for attacks that change them pixel by pixel.
 *
 * @param values one image after the other, each CHW
 * @param form of one image: C × H × W
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pixels(float[] values, Shape form) {

  /**
   * A copy of those images.
   *
   * @param images N × C × H × W
   */
  static Pixels of(NDArray images) {
    return new Pixels(images.toFloatArray(), images.getShape().slice(1));
  }

  /** That many images without values. */
  static Pixels blank(int count, Shape form) {
    return new Pixels(new float[Math.toIntExact(count * form.size())], form);
  }

  /** A copy of all images. */
  Pixels copy() {
    return new Pixels(values.clone(), form);
  }

  /** Values per image. */
  int size() {
    return Math.toIntExact(form.size());
  }

  int count() {
    return values.length / size();
  }

  /** Where an image begins. */
  int offset(int image) {
    return image * size();
  }

  /** A copy of an image. */
  float[] image(int image) {
    return Arrays.copyOfRange(values, offset(image), offset(image + 1));
  }

  /** A copy of those images, in that order. */
  Pixels rows(int[] rows) {
    float[] kept = new float[rows.length * size()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, offset(rows[i]), kept, i * size(), size());
    }
    return new Pixels(kept, form);
  }

  /** N × C × H × W, in that manager. */
  NDArray tensor(NDManager manager) {
    Shape shape = new Shape(values.length / form.size()).addAll(form);
    return manager.create(values, shape);
  }

  /** What the classifier makes of them: N × classes, row by row. */
  float[] logits(Classifier classifier, NDManager manager) {
    try (NDManager scratch = manager.newSubManager()) {
      return classifier.logits(tensor(scratch)).toFloatArray();
    }
  }
}
