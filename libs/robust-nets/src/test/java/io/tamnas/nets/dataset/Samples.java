package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;
import java.util.List;
import java.util.stream.IntStream;

/** Tiny images whose pixels tell their number. */
final class Samples {
  static final int CLASSES = 3;
  static final InputShape SHAPE = new InputShape(1, 1, 2);

  private Samples() {}

  /** Image {@code i} has the pixels 1 and {@code i}, and the label {@code i % 3}. */
  static Images numbered(int size) {
    byte[] labels = new byte[size];
    byte[] pixels = new byte[2 * size];
    for (int index = 0; index < size; index++) {
      labels[index] = (byte) (index % CLASSES);
      pixels[2 * index] = 1;
      pixels[2 * index + 1] = (byte) index;
    }
    return new PackedImages(labels, pixels, 2);
  }

  static SourceImages source(Images training, Images test) {
    return new SourceImages("sample", SHAPE, CLASSES, training, test);
  }

  static List<Integer> numbers(Images images) {
    return IntStream.range(0, images.size()).map(i -> pixels(images, i, 2)[1]).boxed().toList();
  }

  static byte[] pixels(Images images, int index, int imageBytes) {
    byte[] pixels = new byte[imageBytes];
    images.copyPixels(index, pixels, 0);
    return pixels;
  }
}
