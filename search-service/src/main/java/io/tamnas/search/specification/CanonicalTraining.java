package io.tamnas.search.specification;

import static io.tamnas.search.specification.CanonicalForm.exact;

import io.tamnas.protocol.training.TrainingSettings;
import tools.jackson.databind.node.ObjectNode;

/** Training settings in canonical form. */
final class CanonicalTraining {

  private CanonicalTraining() {}

  static ObjectNode json(TrainingSettings training) {
    ObjectNode node = CanonicalForm.object();
    node.put("steps", training.steps());
    node.put("batchSize", training.batchSize());
    node.set("attack", CanonicalAttack.json(training.attack()));
    node.put("epsilonWarmup", exact(training.epsilonWarmup()));
    node.put("scaleWarmup", exact(training.scaleWarmup()));
    node.set("optimizer", optimizer(training.optimizer()));
    node.putObject("augmentation")
        .put("crop", training.augmentation().crop())
        .put("mirror", Words.MIRROR.text(training.augmentation().mirror()));
    return node;
  }

  private static ObjectNode optimizer(TrainingSettings.Optimizer optimizer) {
    return CanonicalForm.object()
        .put("learningRate", exact(optimizer.learningRate()))
        .put("momentum", exact(optimizer.momentum()))
        .put("weightDecay", exact(optimizer.weightDecay()))
        .put("warmup", exact(optimizer.warmup()))
        .put("clipNorm", exact(optimizer.clipNorm()));
  }
}
