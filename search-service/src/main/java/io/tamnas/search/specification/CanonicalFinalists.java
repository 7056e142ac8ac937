package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import tools.jackson.databind.node.ObjectNode;

/** Settings of finalists in canonical form. */
final class CanonicalFinalists {

  private CanonicalFinalists() {}

  static ObjectNode json(FinalistSettings finalists) {
    ObjectNode node = CanonicalForm.object().put("count", finalists.count());
    var starts = node.putArray("starts");
    finalists.starts().forEach(start -> starts.add(start.text()));
    node.set("training", training(finalists));
    ObjectNode selection = CanonicalForm.object().put("interval", finalists.selection().interval());
    node.set("selection", protocol(selection, finalists.selection().protocol()));
    node.set("validation", protocol(CanonicalForm.object(), finalists.validation()));
    return node;
  }

  /** Without what means nothing for one network. */
  private static ObjectNode training(FinalistSettings finalists) {
    ObjectNode training = CanonicalTraining.json(finalists.training());
    training.remove("paths");
    training.remove("scaleWarmup");
    return training;
  }

  private static ObjectNode protocol(ObjectNode node, NetworkProtocol protocol) {
    node.set("attack", CanonicalAttack.json(protocol.attack()));
    return node.put("images", protocol.images());
  }
}
