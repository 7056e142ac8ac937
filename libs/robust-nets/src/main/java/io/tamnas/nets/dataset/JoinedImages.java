package io.tamnas.nets.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The images of several parts, one part after another. */
final class JoinedImages implements Images {
  private final List<Images> parts;

  /** Where each part begins; none is empty, so that no two are equal. */
  private final int[] starts;

  private final int size;

  JoinedImages(List<? extends Images> parts) {
    this.parts = List.copyOf(parts);
    this.starts = new int[parts.size()];
    int start = 0;
    for (int part = 0; part < starts.length; part++) {
      starts[part] = start;
      start = Math.addExact(start, parts.get(part).size());
    }
    this.size = start;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int label(int index) {
    int part = part(index);
    return parts.get(part).label(index - starts[part]);
  }

  @Override
  public void copyPixels(int index, byte[] target, int offset) {
    int part = part(index);
    parts.get(part).copyPixels(index - starts[part], target, offset);
  }

  private int part(int index) {
    int found = Arrays.binarySearch(starts, Objects.checkIndex(index, size));
    return found >= 0 ? found : -found - 2;
  }
}
