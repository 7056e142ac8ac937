package io.tamnas.protocol.attack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** An attack that a measurement uses. All are untargeted, in the L∞ ball around the image. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AttackSettings.Fgsm.class, name = "fgsm"),
  @JsonSubTypes.Type(value = AttackSettings.Pgd.class, name = "pgd")
})
public sealed interface AttackSettings {

  /** The radius of the ball. */
  Budget epsilon();

  /**
   * One step of size ε from the clean image (Goodfellow et al. 2015, arXiv 1412.6572, section 4).
   */
  record Fgsm(Budget epsilon) implements AttackSettings {}

  /**
   * Projected gradient ascent on the cross-entropy (Madry et al. 2018, arXiv 1706.06083, section
   * 2.1).
   *
   * @param restarts how many runs, each from its own start; an image that one of them breaks is
   *     broken
   */
  record Pgd(Budget epsilon, Budget stepSize, int steps, int restarts, Start start)
      implements AttackSettings {}
}
