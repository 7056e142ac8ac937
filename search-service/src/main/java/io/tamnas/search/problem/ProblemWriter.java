package io.tamnas.search.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a problem where Spring's message converters are not at hand. */
final class ProblemWriter {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ProblemWriter() {}

  static void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = json(problem, request).toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static ObjectNode json(ProblemDetail problem, HttpServletRequest request) {
    return MAPPER
        .createObjectNode()
        .put("type", String.valueOf(problem.getType()))
        .put("title", problem.getTitle())
        .put("status", problem.getStatus())
        .put("detail", problem.getDetail())
        .put("instance", request.getRequestURI());
  }
}
