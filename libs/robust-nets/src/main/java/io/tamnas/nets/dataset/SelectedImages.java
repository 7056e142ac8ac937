package io.tamnas.nets.dataset;

/** Some of other images, in an order of their own. */
final class SelectedImages implements Images {
  private final Images source;
  private final int[] indices;

  SelectedImages(Images source, int[] indices) {
    this.source = source;
    this.indices = indices;
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public int label(int index) {
    return source.label(indices[index]);
  }

  @Override
  public void copyPixels(int index, byte[] target, int offset) {
    source.copyPixels(indices[index], target, offset);
  }
}
