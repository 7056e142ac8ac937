package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.attack.Budget;

/** The attack inside adversarial training (Madry et al. 2018, arXiv 1706.06083, equation 2.1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = InnerAttack.FgsmRandomStart.class, name = "fgsm-random-start"),
  @JsonSubTypes.Type(value = InnerAttack.Pgd.class, name = "pgd")
})
public sealed interface InnerAttack {

  /** The radius at the end of the warm-up. */
  Budget epsilon();

  /** The length of a step; shrinks with ε while that warms up. */
  Budget stepSize();

  /**
   * One step from a uniform start in the ball (Wong et al. 2020, arXiv 2001.03994, algorithm 3).
   */
  record FgsmRandomStart(Budget epsilon, Budget stepSize) implements InnerAttack {}

  /** Several steps from a uniform start in the ball. */
  record Pgd(Budget epsilon, Budget stepSize, int steps) implements InnerAttack {}
}
