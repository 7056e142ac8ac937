package io.tamnas.nets.dataset;

import us.hebi.matlab.mat.types.Matrix;

/**
 * One split of SVHN: the variable {@code X} holds 32 rows × 32 columns × 3 channels × N images of
 * unsigned bytes, {@code y} N labels of 1 to 10, where 10 means the digit 0. MATLAB stores the
 * first dimension densest.
 */
final class SvhnDigits {
  static final int CLASSES = 10;

  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int PLANE = SIDE * SIDE;
  private static final int IMAGE_BYTES = CHANNELS * PLANE;

  /** SVHN's training images are 73,257. */
  private static final int MOST_IMAGES = 100_000;

  private final DatasetFile file;

  private SvhnDigits(DatasetFile file) {
    this.file = file;
  }

  static Images read(DatasetFile file) {
    return new SvhnDigits(file).read();
  }

  private Images read() {
    try (MatlabVariables variables =
        MatlabVariables.read(file, "X", "y", MOST_IMAGES * (long) IMAGE_BYTES)) {
      Matrix pixels = variables.matrix("X");
      int images = images(pixels.getDimensions());
      return new PackedImages(
          labels(variables.matrix("y"), images), pixels(pixels, images), IMAGE_BYTES);
    }
  }

  private int images(int[] dimensions) {
    boolean single = dimensions.length == 3;
    if ((!single && dimensions.length != 4)
        || dimensions[0] != SIDE
        || dimensions[1] != SIDE
        || dimensions[2] != CHANNELS) {
      throw file.wrong(
          "X has the dimensions "
              + MatlabVariables.text(dimensions)
              + "; those of cropped digits are 32x32x3xN");
    }
    int images = single ? 1 : dimensions[3];
    if (images < 1 || images > MOST_IMAGES) {
      throw file.wrong(
          "X holds %d images; between 1 and %d are accepted".formatted(images, MOST_IMAGES));
    }
    return images;
  }

  private byte[] labels(Matrix labels, int images) {
    if (labels.getNumElements() != images) {
      throw file.wrong(
          "X holds %d images, y %d labels; each image needs one"
              .formatted(images, labels.getNumElements()));
    }
    byte[] classes = new byte[images];
    for (int image = 0; image < images; image++) {
      double label = labels.getDouble(image);
      if (!(label >= 1 && label <= CLASSES) || label != Math.rint(label)) {
        throw file.wrong(
            "label %d of y is %s; labels are 1 to 10, 10 for the digit 0"
                .formatted(image, MatlabVariables.text(label)));
      }
      classes[image] = (byte) ((int) label % CLASSES);
    }
    return classes;
  }

  /** From columns of an image to rows. */
  private byte[] pixels(Matrix values, int images) {
    byte[] pixels = new byte[images * IMAGE_BYTES];
    for (int plane = 0; plane < images * CHANNELS; plane++) {
      for (int column = 0; column < SIDE; column++) {
        for (int row = 0; row < SIDE; row++) {
          pixels[plane * PLANE + row * SIDE + column] =
              pixel(values, plane * PLANE + column * SIDE + row);
        }
      }
    }
    return pixels;
  }

  private byte pixel(Matrix values, int place) {
    int value = values.getInt(place);
    if (value < 0 || value > 255) {
      throw file.wrong("value %d of X is %d; pixels are 0 to 255".formatted(place, value));
    }
    return (byte) value;
  }
}
