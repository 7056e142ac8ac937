package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What adversarial training minimizes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Loss.CrossEntropy.class, name = "adversarial-cross-entropy"),
  @JsonSubTypes.Type(value = Loss.Trades.class, name = "trades"),
  @JsonSubTypes.Type(value = Loss.Alp.class, name = "alp"),
  @JsonSubTypes.Type(value = Loss.Mart.class, name = "mart")
})
public sealed interface Loss {

  /** How much of the target's mass is spread evenly over all classes, in [0, 1). */
  double labelSmoothing();

  /** Cross-entropy of the crafted images (Madry et al. 2018, arXiv 1706.06083, equation 2.1). */
  record CrossEntropy(double labelSmoothing) implements Loss {}

  /** TRADES (Zhang et al. 2019, arXiv 1901.08573); β is the paper's 1/λ. */
  record Trades(double beta, double labelSmoothing) implements Loss {}

  /** Adversarial logit pairing (Kannan et al. 2018, arXiv 1803.06373). */
  record Alp(double lambda, double labelSmoothing) implements Loss {}

  /**
   * Misclassification-aware adversarial training (Wang et al., ICLR 2020, "Improving adversarial
   * robustness requires revisiting misclassified examples"); β is the paper's λ.
   */
  record Mart(double beta, double labelSmoothing) implements Loss {}
}
