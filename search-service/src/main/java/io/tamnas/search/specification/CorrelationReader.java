package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;

/** Reads {@code /correlation}. */
final class CorrelationReader {
  private static final Range SUBNETS = new Range(0, CorrelationSettings.MOST);

  private final Section section;
  private final Defaults defaults;
  private final EvaluationProtocol evaluation;

  /**
   * @param evaluation that of the search, under which the networks are measured too
   */
  CorrelationReader(Section section, Defaults defaults, EvaluationProtocol evaluation) {
    this.section = section;
    this.defaults = defaults.within(evaluation.attack().epsilon());
    this.evaluation = evaluation;
  }

  /**
   * @param images of the job
   */
  CorrelationSettings read(InputShape input, DatasetReference images) {
    int subnets = section.wholeNumber("subnets", SUBNETS, 0);
    if (section.trusts("subnets")) {
      checkUse(subnets);
    }
    TrainingSettings training =
        new SubnetTrainingReader(section.section("training"))
            .read(defaults, defaults.finalists().shortSteps(), input, TrainingImages.left(images));
    section.finish();
    return new CorrelationSettings(subnets, training, last(training.steps()), protocol());
  }

  private void checkUse(int subnets) {
    if (subnets == 1) {
      section
          .findings()
          .add(section.pointer("subnets"), "must be 0 or at least 2: one subnet has no order");
    }
    if (subnets == 0) {
      section
          .member("training")
          .ifPresent(
              item ->
                  item.findings()
                      .add(
                          item.pointer(),
                          "is of no use where \"subnets\" is 0: nothing is trained"));
    }
  }

  /** The only look is at the end, so it chooses nothing, and is made as cheap as can be. */
  private CheckpointSelection last(int steps) {
    return new CheckpointSelection(
        steps,
        new NetworkProtocol(
            Split.VALIDATION,
            new AttackSettings.Fgsm(defaults.epsilon()),
            1,
            evaluation.batchSize(),
            0,
            evaluation.seed()));
  }

  private NetworkProtocol protocol() {
    return new NetworkProtocol(
        Split.VALIDATION,
        evaluation.attack(),
        evaluation.images(),
        evaluation.batchSize(),
        evaluation.maskingImages(),
        evaluation.seed());
  }
}
