package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.dataset.Images;
import io.tamnas.space.InputShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The first images of a split in batches, kept as tensors. */
public final class ImageTensors {

  /**
   * Some images that follow one another.
   *
   * @param first number of the first of them in its split
   * @param images N × C × H × W in [0, 1]
   * @param labels N
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Batch(int first, NDArray images, int[] labels) {}

  private ImageTensors() {}

  /**
   * Batches of that size, the last one perhaps smaller.
   *
   * @param manager closes the tensors
   * @throws IllegalArgumentException where the split has fewer images
   */
  public static List<Batch> first(
      Images images, String split, InputShape shape, int count, int batch, NDManager manager) {
    requireImages(images, split, count);
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < count; from += batch) {
      batches.add(batch(images, shape, from, Math.min(count, from + batch), manager));
    }
    return batches;
  }

  /**
   * Checks that there are enough.
   *
   * @throws IllegalArgumentException where the split has fewer images
   */
  static void requireImages(Images images, String split, int count) {
    if (images.size() < count) {
      throw new IllegalArgumentException(
          "%d %s images are wanted, but the data set has %d"
              .formatted(count, split, images.size()));
    }
  }

  private static Batch batch(Images images, InputShape shape, int from, int to, NDManager manager) {
    int size = shape.channels() * shape.height() * shape.width();
    byte[] bytes = new byte[(to - from) * size];
    for (int i = from; i < to; i++) {
      images.copyPixels(i, bytes, (i - from) * size);
    }
    float[] values = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = (bytes[i] & 0xFF) / 255f;
    }
    Shape axes = new Shape(to - from, shape.channels(), shape.height(), shape.width());
    return new Batch(
        from, manager.create(values, axes), IntStream.range(from, to).map(images::label).toArray());
  }
}
