package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.training.TrainingSettings;
import tools.jackson.databind.node.ObjectNode;

/** Settings of finalists in canonical form. */
final class CanonicalFinalists {

  private CanonicalFinalists() {}

  static ObjectNode json(FinalistSettings finalists) {
    ObjectNode node = CanonicalForm.object().put("count", finalists.count());
    var starts = node.putArray("starts");
    finalists.starts().forEach(start -> starts.add(start.text()));
    NetworkSettings network = finalists.network();
    node.set("training", training(network));
    network.distillation().ifPresent(one -> node.set("distillation", distillation(one)));
    ObjectNode selection = CanonicalForm.object().put("interval", network.selection().interval());
    node.set("selection", protocol(selection, network.selection().protocol()));
    node.set("validation", protocol(CanonicalForm.object(), network.validation()));
    return node;
  }

  /** Without what means nothing for one network. */
  private static ObjectNode training(NetworkSettings network) {
    ObjectNode training = training(network.training());
    if (network.distillation().isPresent()) {
      training.remove("loss");
    }
    return training;
  }

  static ObjectNode training(TrainingSettings settings) {
    ObjectNode training = CanonicalTraining.json(settings);
    training.remove("paths");
    training.remove("scaleWarmup");
    return training;
  }

  private static ObjectNode distillation(DistillationSettings distillation) {
    ObjectNode node = CanonicalForm.object();
    node.set("teacher", teacher(distillation.teacher()));
    return node.put("cleanWeight", CanonicalForm.exact(distillation.cleanWeight()));
  }

  private static ObjectNode teacher(TeacherSettings teacher) {
    ObjectNode node = CanonicalForm.object();
    switch (teacher) {
      case TeacherSettings.Given given -> node.put("artifact", given.artifact());
      case TeacherSettings.Trained trained -> {
        var genes = node.putArray("genotype");
        trained.genotype().forEach(genes::add);
        node.set("training", training(trained.training()));
      }
    }
    return node;
  }

  private static ObjectNode protocol(ObjectNode node, NetworkProtocol protocol) {
    node.set("attack", CanonicalAttack.json(protocol.attack()));
    return node.put("images", protocol.images());
  }
}
