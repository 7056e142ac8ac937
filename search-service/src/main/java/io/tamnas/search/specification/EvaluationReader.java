package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import java.util.Optional;

/** Reads {@code /evaluation}. */
final class EvaluationReader {
  private static final Range IMAGES = new Range(1, 1_000_000);
  private static final Range MASKING_IMAGES = new Range(0, 1_000_000);
  private static final Range BATCH = new Range(1, 4096);
  private static final Range RECALIBRATION_BATCH = new Range(2, 4096);

  private final Section section;
  private final Optional<Item> latency;

  EvaluationReader(Section section) {
    this.section = section;
    this.latency = section.member("latency");
  }

  /** How latencies are measured where the search wants them; a violation where it does not. */
  Optional<LatencySettings> latency(SearchSettings search) {
    if (search.wantsLatency()) {
      return Optional.of(new LatencyReader(section.section("latency")).read());
    }
    if (section.findings().trust("/search")) {
      refuseLatency(
          "belongs to a search with the objective \"latency\" or the constraint"
              + " \"maxLatencyMillis\", which this one has not");
    }
    return Optional.empty();
  }

  /** Notes a violation where something is said of latencies. */
  void refuseLatency(String detail) {
    latency.ifPresent(item -> item.findings().add(item.pointer(), detail));
  }

  /**
   * That of a job.
   *
   * @param classes of the data set
   * @param trainingImages how many there are, or more than any default where that is not known
   */
  EvaluationProtocol read(
      Defaults defaults, int classes, int validationImages, int trainingImages) {
    Defaults.Division division = defaults.division();
    return read(
        new EvaluationProtocol(
            new AttackSettings.Fgsm(defaults.epsilon()),
            Math.min(division.measured(), validationImages),
            Defaults.EVALUATION_BATCH,
            Math.min(division.recalibration(), trainingImages),
            Defaults.RECALIBRATION_BATCH,
            Defaults.MASKING_IMAGES,
            Defaults.SEED),
        AttackMethod.PGD,
        classes);
  }

  /**
   * The protocol; what it does not say is the usual one's.
   *
   * @param usual of its attack nothing but ε
   * @param usualMethod of the attack
   */
  EvaluationProtocol read(EvaluationProtocol usual, AttackMethod usualMethod, int classes) {
    AttackSettings attack =
        new AttackReader(section.section("attack"), classes)
            .read(usual.attack().epsilon(), usualMethod);
    int images = section.wholeNumber("images", IMAGES, usual.images());
    EvaluationProtocol protocol =
        new EvaluationProtocol(
            attack,
            images,
            section.wholeNumber("batchSize", BATCH, usual.batchSize()),
            section.wholeNumber("recalibrationImages", IMAGES, usual.recalibrationImages()),
            section.wholeNumber(
                "recalibrationBatch", RECALIBRATION_BATCH, usual.recalibrationBatch()),
            maskingImages(attack, images, usual.maskingImages()),
            section.seed("seed", usual.seed()));
    section.finish();
    return protocol;
  }

  /** By default a few of the images where gradients could be masked. */
  private int maskingImages(AttackSettings attack, int images, int usual) {
    int most = attack.takesGradients() ? images : 0;
    int masking = section.wholeNumber("maskingImages", MASKING_IMAGES, Math.min(usual, most));
    if (masking > images && section.trusts("maskingImages", "images")) {
      section
          .findings()
          .add(
              section.pointer("maskingImages"),
              "must be at most %d, the measured images, is %d".formatted(images, masking));
    } else if (masking > 0 && !attack.takesGradients() && section.trusts("attack")) {
      section
          .findings()
          .add(
              section.pointer("maskingImages"),
              "must be 0 where the attack takes no gradients that could be masked, is " + masking);
    }
    return masking;
  }
}
