package io.tamnas.protocol.attack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** An attack that a measurement uses, in the L∞ ball around the image. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AttackSettings.Fgsm.class, name = "fgsm"),
  @JsonSubTypes.Type(value = AttackSettings.Pgd.class, name = "pgd"),
  @JsonSubTypes.Type(value = AttackSettings.MiFgsm.class, name = "mi-fgsm"),
  @JsonSubTypes.Type(value = AttackSettings.Cw.class, name = "cw"),
  @JsonSubTypes.Type(value = AttackSettings.ApgdCe.class, name = "apgd-ce"),
  @JsonSubTypes.Type(value = AttackSettings.ApgdT.class, name = "apgd-t"),
  @JsonSubTypes.Type(value = AttackSettings.FabT.class, name = "fab-t"),
  @JsonSubTypes.Type(value = AttackSettings.Square.class, name = "square"),
  @JsonSubTypes.Type(value = AttackSettings.AutoAttack.class, name = "autoattack"),
  @JsonSubTypes.Type(value = AttackSettings.Sequence.class, name = "sequence")
})
public sealed interface AttackSettings {

  /** The radius of the ball. */
  Budget epsilon();

  /** Whether it follows gradients, which a network may mask. */
  default boolean takesGradients() {
    return switch (this) {
      case Fgsm _, Pgd _, MiFgsm _, Cw _, ApgdCe _, ApgdT _, FabT _, AutoAttack _ -> true;
      case Square _ -> false;
      case Sequence sequence ->
          sequence.attacks().stream().anyMatch(AttackSettings::takesGradients);
    };
  }

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

  /**
   * Steps along gathered gradients, from the clean image (Dong et al. 2018, arXiv 1710.06081,
   * algorithm 1).
   *
   * @param decay of what was gathered, the paper's μ
   */
  record MiFgsm(Budget epsilon, Budget stepSize, int steps, double decay)
      implements AttackSettings {}

  /** Projected gradient ascent on the margin of Carlini, Wagner 2017 (arXiv 1608.04644). */
  record Cw(Budget epsilon, Budget stepSize, int steps, int restarts, Start start)
      implements AttackSettings {}

  /** APGD on the cross-entropy (Croce, Hein 2020, arXiv 2003.01690, algorithm 1). */
  record ApgdCe(Budget epsilon, int steps, int restarts) implements AttackSettings {}

  /**
   * APGD on the targeted difference of logits ratio (Croce, Hein 2020, arXiv 2003.01690, equation
   * 7); of at least 4 classes.
   *
   * @param targets how many of the likeliest other classes, one run each
   */
  record ApgdT(Budget epsilon, int steps, int restarts, int targets) implements AttackSettings {}

  /** Targeted FAB (Croce, Hein 2020, arXiv 1907.02044). */
  record FabT(Budget epsilon, int steps, int restarts, int targets) implements AttackSettings {}

  /** Random search by squares, without gradients (Andriushchenko et al. 2020, arXiv 1912.00049). */
  record Square(Budget epsilon, int queries, int restarts) implements AttackSettings {}

  /**
   * The standard AutoAttack (Croce, Hein 2020, arXiv 2003.01690): APGD-CE, APGD-T, FAB-T and
   * Square, each on what still stands; of at least 4 classes.
   */
  record AutoAttack(Budget epsilon) implements AttackSettings {}

  /**
   * One attack after the other, each on what still stands.
   *
   * @param attacks at least one, all with one ε, none of them a sequence
   */
  record Sequence(List<AttackSettings> attacks) implements AttackSettings {
    public Sequence {
      attacks = List.copyOf(attacks);
      if (attacks.isEmpty()) {
        throw new IllegalArgumentException("a sequence has at least one attack");
      }
    }

    @Override
    @JsonIgnore
    public Budget epsilon() {
      return attacks.getFirst().epsilon();
    }
  }
}
