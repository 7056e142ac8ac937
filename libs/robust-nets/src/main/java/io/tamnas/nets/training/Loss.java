package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.requireBelowOne;
import static io.tamnas.nets.training.Guards.requireNotNegative;

/** What adversarial training minimizes. */
public sealed interface Loss {

  /**
   * How much of the target's mass is spread evenly over all classes (Szegedy et al. 2016, arXiv
   * 1512.00567, section 7), in [0, 1).
   */
  double labelSmoothing();

  /** One line with every value. */
  default String text() {
    return switch (this) {
      case CrossEntropy entropy ->
          ValueText.of("CrossEntropy").with("labelSmoothing", entropy.labelSmoothing()).end();
      case Trades trades ->
          ValueText.of("Trades")
              .with("beta", trades.beta())
              .with("labelSmoothing", trades.labelSmoothing())
              .end();
      case Alp alp ->
          ValueText.of("Alp")
              .with("lambda", alp.lambda())
              .with("labelSmoothing", alp.labelSmoothing())
              .end();
      case Mart mart ->
          ValueText.of("Mart")
              .with("beta", mart.beta())
              .with("labelSmoothing", mart.labelSmoothing())
              .end();
    };
  }

  /** Cross-entropy of the crafted images (Madry et al. 2018, arXiv 1706.06083, equation 2.1). */
  record CrossEntropy(double labelSmoothing) implements Loss {
    public CrossEntropy {
      requireBelowOne("label smoothing", labelSmoothing);
    }
  }

  /**
   * Cross-entropy of the clean images and β times the divergence of the crafted images' classes
   * from theirs (Zhang et al. 2019, arXiv 1901.08573, equation 5; β is the paper's 1/λ).
   */
  record Trades(double beta, double labelSmoothing) implements Loss {
    public Trades {
      requireNotNegative("beta", beta);
      requireBelowOne("label smoothing", labelSmoothing);
    }
  }

  /**
   * Adversarial logit pairing (Kannan et al. 2018, arXiv 1803.06373): cross-entropy of the clean
   * and of the crafted images, and λ times the squared distance of their logits.
   */
  record Alp(double lambda, double labelSmoothing) implements Loss {
    public Alp {
      requireNotNegative("lambda", lambda);
      requireBelowOne("label smoothing", labelSmoothing);
    }
  }

  /**
   * Misclassification-aware adversarial training (Wang et al., ICLR 2020, "Improving adversarial
   * robustness requires revisiting misclassified examples"): boosted cross-entropy of the crafted
   * images and β (the paper's λ) times a divergence that weighs the more, the less the clean image
   * is trusted.
   */
  record Mart(double beta, double labelSmoothing) implements Loss {
    public Mart {
      requireNotNegative("beta", beta);
      requireBelowOne("label smoothing", labelSmoothing);
    }
  }
}
