package io.tamnas.nets.attack;

/** A loss of one image's logits that an attack raises, with its derivative by the logits. */
interface LogitLoss {

  /**
   * Evaluates.
   *
   * @param logits of all images, one after the other
   * @param from where the image's begin
   * @param classes how many there are
   * @param image number of the image in the batch
   * @param derivative takes the derivative at the same places as the logits
   * @return the loss
   */
  double at(float[] logits, int from, int classes, int image, float[] derivative);
}
