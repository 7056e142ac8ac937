package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one way to write a specification: every setting explicit, members in fixed order, numbers
 * exact, no white space. Reading it back gives an equal specification.
 */
final class CanonicalForm {

  private CanonicalForm() {}

  static String json(SearchJobSpecification specification) {
    ObjectNode node = object();
    node.put("name", specification.name());
    writeSettings(specification, node);
    return node.toString();
  }

  static String digest(SearchJobSpecification specification) {
    ObjectNode node = object();
    writeSettings(specification, node);
    try {
      byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The shortest decimal that reads back as the same number. */
  static BigDecimal exact(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  private static void writeSettings(SearchJobSpecification specification, ObjectNode node) {
    node.put("seed", specification.seed());
    node.set("dataset", dataset(specification.dataset()));
    node.set("space", CanonicalSpace.json(specification.space()));
    node.set("training", CanonicalTraining.json(specification.training()));
    node.set("search", search(specification.search()));
    ObjectNode evaluation = evaluation(specification.evaluation());
    specification.latency().ifPresent(latency -> evaluation.set("latency", latency(latency)));
    node.set("evaluation", evaluation);
    if (specification.finalists().count() > 0) {
      node.set("finalists", CanonicalFinalists.json(specification.finalists()));
    }
    CorrelationSettings correlation = specification.correlation();
    if (correlation.subnets() > 0) {
      node.putObject("correlation")
          .put("subnets", correlation.subnets())
          .set("training", CanonicalFinalists.training(correlation.training()));
    }
    specification
        .supernet()
        .ifPresent(artifact -> node.set("supernet", object().put("artifact", artifact)));
    specification
        .origin()
        .ifPresent(
            origin ->
                node.set(
                    "origin",
                    object()
                        .put("job", origin.job().toString())
                        .put("generation", origin.generation())));
  }

  private static ObjectNode dataset(DatasetReference dataset) {
    ObjectNode node = object().put("name", dataset.name());
    if (dataset.directory() != null) {
      node.put("directory", dataset.directory());
    }
    node.put("validationImages", dataset.validationImages());
    node.put("splitSeed", dataset.splitSeed());
    DatasetReference.Shapes shapes = dataset.shapes();
    if (shapes != null) {
      node.putObject("shapes")
          .put("imageSize", shapes.imageSize())
          .put("trainingImages", shapes.trainingImages())
          .put("testImages", shapes.testImages())
          .put("seed", shapes.seed());
    }
    DatasetReference.Folder folder = dataset.folder();
    if (folder != null) {
      node.putObject("folder")
          .put("imageSize", folder.imageSize())
          .put("channels", folder.channels())
          .put("classes", folder.classes());
    }
    return node;
  }

  private static ObjectNode search(SearchSettings search) {
    ObjectNode node = object();
    node.put("population", search.population());
    node.put("generations", search.generations());
    var objectives = node.putArray("objectives");
    search.objectives().forEach(objective -> objectives.add(objective.text()));
    node.set("constraints", constraints(search.constraints()));
    node.putObject("crossover")
        .put("kind", search.crossover().kind().text())
        .put("probability", exact(search.crossover().probability()));
    return node.put("mutationProbability", exact(search.mutationProbability()))
        .put("baseline", search.baseline().text());
  }

  private static ObjectNode constraints(Constraints constraints) {
    ObjectNode node = object();
    putIfPresent(node, "maxParameters", constraints.maxParameters());
    putIfPresent(node, "maxMultiplyAdds", constraints.maxMultiplyAdds());
    constraints.maxLatencyMillis().ifPresent(most -> node.put("maxLatencyMillis", exact(most)));
    return node;
  }

  private static void putIfPresent(ObjectNode node, String name, OptionalLong value) {
    value.ifPresent(present -> node.put(name, present));
  }

  private static ObjectNode latency(LatencySettings latency) {
    ObjectNode node =
        object()
            .put("warmups", latency.protocol().warmups())
            .put("runs", latency.protocol().runs());
    latency.machine().ifPresent(machine -> node.put("machine", machine));
    return node;
  }

  private static ObjectNode evaluation(EvaluationProtocol evaluation) {
    ObjectNode node = object();
    node.set("attack", CanonicalAttack.json(evaluation.attack()));
    return node.put("images", evaluation.images())
        .put("batchSize", evaluation.batchSize())
        .put("recalibrationImages", evaluation.recalibrationImages())
        .put("recalibrationBatch", evaluation.recalibrationBatch())
        .put("maskingImages", evaluation.maskingImages())
        .put("seed", evaluation.seed());
  }
}
