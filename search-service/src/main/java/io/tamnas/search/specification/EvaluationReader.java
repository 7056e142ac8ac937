package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.EvaluationProtocol;

/** Reads {@code /evaluation}. */
final class EvaluationReader {

  private static final Range IMAGES = new Range(1, 1_000_000);
  private static final Range BATCH = new Range(1, 4096);
  private static final Range RECALIBRATION_BATCH = new Range(2, 4096);

  private final Section section;

  EvaluationReader(Section section) {
    this.section = section;
  }

  /**
   * @param trainingImages how many there are, or more than any default where that is not known
   */
  EvaluationProtocol read(Defaults defaults, int validationImages, int trainingImages) {
    Defaults.Division usual = defaults.division();
    EvaluationProtocol protocol =
        new EvaluationProtocol(
            new AttackReader(section.section("attack")).read(defaults),
            section.wholeNumber("images", IMAGES, Math.min(usual.measured(), validationImages)),
            section.wholeNumber("batchSize", BATCH, Defaults.EVALUATION_BATCH),
            section.wholeNumber(
                "recalibrationImages", IMAGES, Math.min(usual.recalibration(), trainingImages)),
            section.wholeNumber(
                "recalibrationBatch", RECALIBRATION_BATCH, Defaults.RECALIBRATION_BATCH),
            section.seed("seed", Defaults.SEED));
    section.finish();
    return protocol;
  }
}
