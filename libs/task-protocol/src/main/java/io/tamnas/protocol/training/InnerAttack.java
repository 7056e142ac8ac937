package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.attack.Budget;

/** The attack inside adversarial training (Madry et al. 2018, arXiv 1706.06083, equation 2.1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = InnerAttack.FgsmRandomStart.class, name = "fgsm-random-start"),
  @JsonSubTypes.Type(value = InnerAttack.Pgd.class, name = "pgd"),
  @JsonSubTypes.Type(value = InnerAttack.Free.class, name = "free"),
  @JsonSubTypes.Type(value = InnerAttack.Yopo.class, name = "yopo")
})
public sealed interface InnerAttack {

  /** The radius at the end of the warm-up. */
  Budget epsilon();

  /** The length of a step; shrinks with ε while that warms up. */
  Budget stepSize();

  /**
   * One step from a uniform start in the ball (Wong et al. 2020, arXiv 2001.03994, algorithm 3).
   *
   * @param guardInterval steps between looks for catastrophic overfitting; 0 looks never
   */
  record FgsmRandomStart(Budget epsilon, Budget stepSize, int guardInterval)
      implements InnerAttack {}

  /** Several steps from a uniform start in the ball. */
  record Pgd(Budget epsilon, Budget stepSize, int steps) implements InnerAttack {}

  /**
   * Every batch is replayed, and each replay updates weights and images (Shafahi et al. 2019, arXiv
   * 1904.12843, algorithm 1).
   */
  record Free(Budget epsilon, Budget stepSize, int replays) implements InnerAttack {}

  /**
   * Few full passes, and steps through the first layer alone after each (Zhang et al. 2019, arXiv
   * 1905.00877, algorithm 1).
   *
   * @param outer full passes, the paper's m
   * @param inner steps after each of them, the paper's n
   */
  record Yopo(Budget epsilon, Budget stepSize, int outer, int inner) implements InnerAttack {}
}
