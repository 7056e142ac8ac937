package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Specifications written with single quotes; one without a data set is about CIFAR-10. */
final class Specifications {

  private Specifications() {}

  static SearchJobSpecification read(String specification) {
    return SpecificationReader.read(json(specification));
  }

  static List<Violation> violations(String specification) {
    InvalidSpecification invalid =
        catchThrowableOfType(InvalidSpecification.class, () -> read(specification));
    return invalid == null ? List.of() : invalid.violations();
  }

  private static JsonNode json(String specification) {
    JsonNode node = SpecificationParser.parse(specification.replace('\'', '"').getBytes(UTF_8));
    if (node instanceof ObjectNode object && !object.isEmpty() && !object.has("dataset")) {
      object.putObject("dataset").put("name", "cifar10");
    }
    return node;
  }
}
