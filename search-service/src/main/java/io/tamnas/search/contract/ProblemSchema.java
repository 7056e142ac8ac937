package io.tamnas.search.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How a problem looks. */
final class ProblemSchema {

  private ProblemSchema() {}

  static Schema<?> of() {
    Schema<?> violation = object();
    violation.addProperty("pointer", text("Where: a JSON pointer into the body"));
    violation.addProperty("detail", text("What is wrong, and what would be right"));
    Schema<?> problem = object().description("A problem (RFC 9457)");
    problem.addProperty("type", text("Stable, such as urn:tamnas:problem:invalid-specification"));
    problem.addProperty("title", text("The kind in a few words"));
    problem.addProperty("status", typed("integer"));
    problem.addProperty("detail", text("This occurrence"));
    problem.addProperty("instance", text("The path of the request"));
    problem.addProperty(
        "violations",
        typed("array").items(violation).description("All that is wrong with a specification"));
    problem.setRequired(List.of("type", "title", "status"));
    return problem;
  }

  private static Schema<?> object() {
    return typed("object");
  }

  private static Schema<?> text(String description) {
    return typed("string").description(description);
  }

  private static Schema<?> typed(String... types) {
    return new Schema<>().types(Set.copyOf(Arrays.asList(types)));
  }
}
