package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;

/**
 * Draws the data set {@code shapes}. Image {@code i} of a split is a function of (seed, split, i)
 * alone, in integer arithmetic; its class is {@code i} modulo the number of figures, so that every
 * split and every prefix of it is balanced. Place, size, tilt, colours, contrast and its direction,
 * a gradient and noise are drawn and tell nothing about the class.
 */
final class ShapesDrawing {
  /* What makes the set harder: less contrast, more noise, steeper gradients. */
  private static final int LEAST_CONTRAST = 96;
  private static final int MOST_CONTRAST = 208;
  private static final int MOST_NOISE = 8;
  private static final int MOST_SLOPE = 16;

  /* The splits, as keys of their draws. */
  private static final long TRAINING = 0;
  private static final long TEST = 1;

  private static final int CHANNELS = 3;
  private static final Figure[] FIGURES = Figure.values();

  private final DatasetSource.Shapes source;

  private ShapesDrawing(DatasetSource.Shapes source) {
    this.source = source;
  }

  static SourceImages draw(DatasetSource.Shapes source) {
    ShapesDrawing drawing = new ShapesDrawing(source);
    return new SourceImages(
        "shapes",
        new InputShape(CHANNELS, source.imageSize(), source.imageSize()),
        FIGURES.length,
        drawing.split(TRAINING, source.trainingImages()),
        drawing.split(TEST, source.testImages()));
  }

  private Images split(long split, int size) {
    int imageBytes = CHANNELS * plane();
    byte[] labels = new byte[size];
    byte[] pixels = new byte[Math.multiplyExact(size, imageBytes)];
    for (int index = 0; index < size; index++) {
      labels[index] = (byte) (index % FIGURES.length);
      SplitMix64 draws = SplitMix64.keyed(source.seed(), split, index);
      drawImage(FIGURES[labels[index]], draws, pixels, index * imageBytes);
    }
    return new PackedImages(labels, pixels, imageBytes);
  }

  private void drawImage(Figure figure, SplitMix64 draws, byte[] pixels, int offset) {
    int[] coverage = coverage(Sketch.drawn(figure, source.imageSize(), draws));
    int direction = draws.below(2) * 2 - 1;
    int strength = draws.between(LEAST_CONTRAST, MOST_CONTRAST);
    for (int channel = 0; channel < CHANNELS; channel++) {
      int contrast = direction * strength * draws.between(160, 256) / 256;
      Shade shade = Shade.drawn(contrast, MOST_SLOPE, draws);
      drawChannel(shade, coverage, draws, pixels, offset + channel * plane());
    }
  }

  private int[] coverage(Sketch sketch) {
    int[] coverage = new int[plane()];
    for (int pixel = 0; pixel < coverage.length; pixel++) {
      coverage[pixel] = sketch.coverage(pixel / source.imageSize(), pixel % source.imageSize());
    }
    return coverage;
  }

  private void drawChannel(
      Shade shade, int[] coverage, SplitMix64 draws, byte[] pixels, int offset) {
    int size = source.imageSize();
    for (int pixel = 0; pixel < coverage.length; pixel++) {
      int noise = draws.between(-MOST_NOISE, MOST_NOISE);
      pixels[offset + pixel] =
          shade.intensity(pixel / size, pixel % size, size, coverage[pixel], noise);
    }
  }

  private int plane() {
    return source.imageSize() * source.imageSize();
  }
}
