package io.tamnas.worker.contract;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The form of every error (RFC 9457). */
public final class ProblemSchema {
  public static final String NAME = "Problem";

  /** Where other parts of the description find it. */
  public static final String REFERENCE = "#/components/schemas/" + NAME;

  private ProblemSchema() {}

  static Schema<?> schema() {
    ObjectSchema problem = new ObjectSchema();
    problem.setDescription("An error, as RFC 9457 has it");
    problem.addProperty("type", text("urn:tamnas:problem:… tells the kind of error"));
    problem.addProperty("title", text("What kind of error it is"));
    problem.addProperty("status", new IntegerSchema());
    problem.addProperty("detail", text("What is wrong this time, and what would be right"));
    problem.addProperty("violations", new ArraySchema().items(violation()));
    problem.setRequired(List.of("type", "title", "status"));
    return problem;
  }

  private static Schema<?> violation() {
    ObjectSchema violation = new ObjectSchema();
    violation.addProperty("pointer", text("Where in the body, as a JSON pointer"));
    violation.addProperty("detail", text("What is wrong there"));
    violation.setRequired(List.of("pointer", "detail"));
    return violation;
  }

  private static Schema<?> text(String description) {
    return new StringSchema().description(description);
  }
}
