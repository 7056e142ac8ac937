package io.tamnas.search.problem;

import io.tamnas.search.specification.JsonFault;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What is wrong with a JSON body that cannot be read as the record it should be. */
final class BodyProblems {

  private BodyProblems() {}

  static ProblemDetail of(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case DatabindException mismatch -> mismatch(mismatch);
      case JacksonException malformed -> malformed(malformed);
      case null, default -> ProblemType.MALFORMED_JSON.detail("The body is missing or breaks off.");
    };
  }

  /** Names the member, never the class that it should have become. */
  private static ProblemDetail mismatch(DatabindException mismatch) {
    String pointer = pointer(mismatch.getPath());
    ProblemDetail problem =
        ProblemType.INVALID_BODY.detail(
            pointer.isEmpty()
                ? "The body does not have the form that this call takes."
                : "The value at " + pointer + " is missing or not of the right form.");
    problem.setProperty("pointer", pointer);
    return problem;
  }

  private static ProblemDetail malformed(JacksonException malformed) {
    return ProblemType.MALFORMED_JSON.detail(JsonFault.describe(malformed));
  }

  private static String pointer(List<JacksonException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }
}
