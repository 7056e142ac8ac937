package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;

/** Collects where images end; those of which nothing is heard stay as they are. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CollectedFinals(float[] values, int imageSize) implements Finals {

  @Override
  public void accept(int[] rows, NDArray images, int[] positions) {
    if (rows.length == 0) {
      return;
    }
    float[] moved = images.toFloatArray();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(moved, positions[i] * imageSize, values, rows[i] * imageSize, imageSize);
    }
  }
}
