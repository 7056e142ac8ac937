package io.tamnas.space;

/**
 * One layer of a subnet with every choice made.
 *
 * @param inputHeight of the feature map that enters, in pixels
 * @param inputWidth of the feature map that enters, in pixels
 * @param middleChannels of the main branch
 */
public record SubnetLayer(
    int index,
    BlockChoice block,
    int middleChannels,
    int inputChannels,
    int outputChannels,
    int stride,
    int inputHeight,
    int inputWidth) {

  /** Rows of the feature map that leaves. */
  public int outputHeight() {
    return (inputHeight + stride - 1) / stride;
  }

  /** Columns of the feature map that leaves. */
  public int outputWidth() {
    return (inputWidth + stride - 1) / stride;
  }

  /** Channels that enter the main branch: half of them at stride 1, all at stride 2. */
  public int mainInputChannels() {
    return stride == 1 ? inputChannels / 2 : inputChannels;
  }

  /** Channels that leave the main branch; the passed or projected ones make up the rest. */
  public int mainOutputChannels() {
    return outputChannels - passedChannels();
  }

  /**
   * Channels beside the main branch: those with even index at stride 1, the projection at stride 2.
   */
  public int passedChannels() {
    return stride == 1 ? inputChannels - inputChannels / 2 : inputChannels;
  }
}
