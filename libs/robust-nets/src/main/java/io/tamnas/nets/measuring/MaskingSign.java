package io.tamnas.nets.measuring;

/**
 * What tells that gradients are masked, so that an attack which follows them looks weaker than it
 * is (Athalye et al. 2018, arXiv 1802.00420, section 3.1).
 */
public enum MaskingSign {
  /**
   * At an image that still stands, as it is without any step, the gradient of the attack's own loss
   * is zero in every pixel; of an attack with several parts, that of each part that has a loss.
   */
  ZERO_GRADIENTS,
  /** The square attack, which asks for no gradients, leaves fewer standing. */
  SQUARE_BEATS_GRADIENT,
  /** Half or more of those that stand do so in a ball that holds almost every image. */
  NO_DROP_WITH_EPSILON
}
