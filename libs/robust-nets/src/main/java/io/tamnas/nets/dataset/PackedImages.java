package io.tamnas.nets.dataset;

import java.util.Objects;

/** Images one after another in memory, their labels apart. The arrays are not changed any more. */
final class PackedImages implements Images {
  private final byte[] labels;
  private final byte[] pixels;
  private final int imageBytes;

  PackedImages(byte[] labels, byte[] pixels, int imageBytes) {
    if (pixels.length != Math.multiplyExact(labels.length, imageBytes)) {
      throw new IllegalArgumentException(
          pixels.length + " bytes are not " + labels.length + " images of " + imageBytes);
    }
    this.labels = labels;
    this.pixels = pixels;
    this.imageBytes = imageBytes;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int index) {
    return Byte.toUnsignedInt(labels[index]);
  }

  @Override
  public void copyPixels(int index, byte[] target, int offset) {
    Objects.checkIndex(index, labels.length);
    System.arraycopy(pixels, index * imageBytes, target, offset, imageBytes);
  }
}
