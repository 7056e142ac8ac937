package io.tamnas.search.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecurityProblemsTest {

  private final MockHttpServletRequest request =
      new MockHttpServletRequest("PUT", "/api/v1/workers/w1");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void asksForTheToken() throws IOException {
    new SecurityProblems().commence(request, response, new BadCredentialsException("secret"));

    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    assertProblem(401, "urn:tamnas:problem:unauthorized");
  }

  @Test
  void refusesWhatTheTokenDoesNotAllow() throws IOException {
    new SecurityProblems().handle(request, response, new AccessDeniedException("secret"));

    assertProblem(403, "urn:tamnas:problem:forbidden");
  }

  private void assertProblem(int status, String type) throws IOException {
    JsonNode problem = JsonMapper.shared().readTree(response.getContentAsByteArray());

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(problem.get("type").stringValue()).isEqualTo(type);
    assertThat(problem.get("instance").stringValue()).isEqualTo("/api/v1/workers/w1");
    assertThat(problem.toString()).doesNotContain("secret");
  }
}
