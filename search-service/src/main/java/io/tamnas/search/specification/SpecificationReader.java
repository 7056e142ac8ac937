package io.tamnas.search.specification;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a complete specification, or says everything that is wrong. */
public final class SpecificationReader {

  private SpecificationReader() {}

  /**
   * The specification with every default filled in.
   *
   * @throws InvalidSpecification with every violation at once
   */
  public static SearchJobSpecification read(JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidSpecification(List.of(new Violation("", "must be an object")));
    }
    throw new UnsupportedOperationException("members are not read yet");
  }
}
