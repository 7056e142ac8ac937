package io.tamnas.search.reevaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.measurement.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a stronger attack left more images standing than a weaker one, which should not be. */
@Schema(
    description =
        "A stronger attack left more of the same images standing than a weaker one within the same"
            + " epsilon: a fault until it is explained")
public record InversionWarning(
    @Schema(description = "How many more images the stronger one left standing") int images,
    @Schema(description = "What was seen, what it may come from, and what to do") String text) {

  /** A protocol and what a subnet was measured to reach under it. */
  record Measured(EvaluationProtocol protocol, Measurement measurement) {}

  /** The warning of two measurements of one subnet of one supernet; usually none. */
  static Optional<InversionWarning> of(Measured first, Measured second) {
    if (!isSameNetwork(first.protocol(), second.protocol())
        || first.protocol().images() != second.protocol().images()) {
      return Optional.empty();
    }
    AttackSettings attack = first.protocol().attack();
    AttackSettings other = second.protocol().attack();
    if (AttackStrength.isStronger(attack, other)) {
      return ofStrongerAndWeaker(first, second);
    }
    return AttackStrength.isStronger(other, attack)
        ? ofStrongerAndWeaker(second, first)
        : Optional.empty();
  }

  /** Other recalibration gives a subnet other statistics. */
  private static boolean isSameNetwork(EvaluationProtocol one, EvaluationProtocol other) {
    return one.recalibrationImages() == other.recalibrationImages()
        && one.recalibrationBatch() == other.recalibrationBatch();
  }

  private static Optional<InversionWarning> ofStrongerAndWeaker(
      Measured stronger, Measured weaker) {
    int more =
        stronger.measurement().adversarialCorrect() - weaker.measurement().adversarialCorrect();
    return more > 0
        ? Optional.of(new InversionWarning(more, text(stronger, weaker, more)))
        : Optional.empty();
  }

  private static String text(Measured stronger, Measured weaker, int more) {
    return "the stronger attack (%s) left %d more of the same images standing than the weaker one"
            .formatted(ProtocolText.of(stronger.protocol()), more)
        + " (%s), which should not be".formatted(ProtocolText.of(weaker.protocol()))
        + explanation(differences(stronger, weaker))
        + "; take the lower accuracy under attack for an upper bound until it is explained";
  }

  private static String explanation(List<String> differences) {
    return differences.isEmpty()
        ? ""
        : "; they also differ in %s, which moves a few images"
            .formatted(String.join(" and ", differences));
  }

  private static List<String> differences(Measured one, Measured other) {
    List<String> differences = new ArrayList<>();
    if (one.protocol().seed() != other.protocol().seed()) {
      differences.add("seed");
    }
    if (one.protocol().batchSize() != other.protocol().batchSize()) {
      differences.add("batch size");
    }
    if (!one.measurement().numericEnvironment().equals(other.measurement().numericEnvironment())) {
      differences.add("numeric environment");
    }
    return differences;
  }
}
