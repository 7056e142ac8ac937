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
    node.set("training", training(network.training()));
    ObjectNode selection = CanonicalForm.object().put("interval", network.selection().interval());
    node.set("selection", protocol(selection, network.selection().protocol()));
    node.set("validation", protocol(CanonicalForm.object(), network.validation()));
    return node;
  }

  /** Without what means nothing for one network. */
  static ObjectNode training(TrainingSettings settings) {
    ObjectNode training = CanonicalTraining.json(settings);
    training.remove("paths");
    training.remove("scaleWarmup");
    return training;
  }

  private static ObjectNode protocol(ObjectNode node, NetworkProtocol protocol) {
    node.set("attack", CanonicalAttack.json(protocol.attack()));
    return node.put("images", protocol.images());
  }
}
