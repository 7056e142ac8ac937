package io.tamnas.nets.dataset;

/** Labelled images in a fixed order. Safe for use by several threads. */
public interface Images {

  /** How many there are. */
  int size();

  /** The class of an image, in [0, classes). */
  int label(int index);

  /**
   * Copies the pixels of an image, channel by channel, row by row (CHW), one unsigned byte each;
   * value / 255 is the intensity in [0, 1].
   */
  void copyPixels(int index, byte[] target, int offset);
}
