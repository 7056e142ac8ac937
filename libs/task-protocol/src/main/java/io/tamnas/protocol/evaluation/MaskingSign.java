package io.tamnas.protocol.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sign that a network hides its gradients, so that an attack by gradients finds it stronger than
 * it is (Athalye et al. 2018, arXiv 1802.00420, section 3.1).
 */
public enum MaskingSign {
  /** For some image the attack found no gradient at all. */
  @JsonProperty("zero-gradients")
  ZERO_GRADIENTS,
  /** An attack without gradients broke more images. */
  @JsonProperty("square-beats-gradient")
  SQUARE_BEATS_GRADIENT,
  /** A larger ε broke no more images. */
  @JsonProperty("no-drop-with-epsilon")
  NO_DROP_WITH_EPSILON
}
