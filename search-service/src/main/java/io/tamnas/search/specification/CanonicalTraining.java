package io.tamnas.search.specification;

import static io.tamnas.search.specification.CanonicalForm.exact;

import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import tools.jackson.databind.node.ObjectNode;

/** Training settings in canonical form. */
final class CanonicalTraining {

  private CanonicalTraining() {}

  static ObjectNode json(TrainingSettings training) {
    ObjectNode node = CanonicalForm.object();
    node.put("steps", training.steps());
    node.put("batchSize", training.batchSize());
    node.set("loss", loss(training.loss()));
    node.set("attack", CanonicalAttack.json(training.attack()));
    node.put("crafting", Words.SUBNET_CRAFTING.text(training.crafting()));
    node.put("epsilonWarmup", exact(training.epsilonWarmup()));
    node.put("scaleWarmup", exact(training.scaleWarmup()));
    node.set("paths", paths(training.paths()));
    node.set("optimizer", optimizer(training.optimizer(), training.schedule()));
    node.put("weightPerturbation", exact(training.weightPerturbation()));
    node.put("averaging", exact(training.averaging()));
    node.putObject("augmentation")
        .put("crop", training.augmentation().crop())
        .put("mirror", Words.MIRROR.text(training.augmentation().mirror()))
        .put("cutout", training.augmentation().cutout());
    return node;
  }

  private static ObjectNode loss(Loss loss) {
    ObjectNode node = CanonicalForm.object().put("kind", LossReader.Kind.of(loss).text());
    switch (loss) {
      case Loss.CrossEntropy _ -> {}
      case Loss.Trades trades -> node.put("beta", exact(trades.beta()));
      case Loss.Alp alp -> node.put("lambda", exact(alp.lambda()));
      case Loss.Mart mart -> node.put("beta", exact(mart.beta()));
    }
    return node.put("labelSmoothing", exact(loss.labelSmoothing()));
  }

  private static ObjectNode paths(Paths paths) {
    ObjectNode node = CanonicalForm.object();
    switch (paths.policy()) {
      case Paths.Uniform _ -> node.put("policy", PathsReader.Policy.UNIFORM.text());
      case Paths.ParameterBins bins ->
          node.put("policy", PathsReader.Policy.PARAMETER_BINS.text()).put("bins", bins.bins());
      case Paths.Sandwich _ -> node.put("policy", PathsReader.Policy.SANDWICH.text());
    }
    node.put("perStep", paths.perStep())
        .put("perBatch", paths.perBatch())
        .put("source", PathsReader.Source.of(paths.source()).text());
    if (paths.source() instanceof Paths.Mean mean) {
      node.put("sources", mean.sources());
    }
    return node;
  }

  private static ObjectNode optimizer(Optimizer optimizer, Schedule schedule) {
    ObjectNode node = CanonicalForm.object();
    switch (optimizer) {
      case Optimizer.Sgd sgd ->
          node.put("method", "sgd")
              .put("learningRate", exact(sgd.learningRate()))
              .put("momentum", exact(sgd.momentum()));
      case Optimizer.AdamW adam ->
          node.put("method", "adamw")
              .put("learningRate", exact(adam.learningRate()))
              .put("beta1", exact(adam.beta1()))
              .put("beta2", exact(adam.beta2()))
              .put("epsilon", exact(adam.epsilon()));
    }
    return node.put("weightDecay", exact(optimizer.weightDecay()))
        .put("schedule", Words.SCHEDULE.text(schedule.kind()))
        .put("warmup", exact(schedule.warmup()))
        .put("clipNorm", exact(optimizer.clipNorm()));
  }
}
