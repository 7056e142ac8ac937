package io.tamnas.protocol.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sign that a network hides its gradients, so that an attack by gradients finds it stronger than
 * it is (Athalye et al. 2018, arXiv 1802.00420, section 3.1).
 */
public enum MaskingSign {
  /** The gradient is zero at some image that withstood the attack. */
  @JsonProperty("zero-gradients")
  ZERO_GRADIENTS,
  /** Of the images looked at, Square, which takes no gradients, left fewer standing. */
  @JsonProperty("square-beats-gradient")
  SQUARE_BEATS_GRADIENT,
  /**
   * Within an ε of at least 0.5, which should break almost every image, PGD left at least half as
   * many standing as the attack did within its own.
   */
  @JsonProperty("no-drop-with-epsilon")
  NO_DROP_WITH_EPSILON
}
