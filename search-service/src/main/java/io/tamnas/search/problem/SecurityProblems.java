package io.tamnas.search.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers requests that the security filters refuse, before any handler is reached. */
@Component
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    ProblemWriter.write(unauthorized(), request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    ProblemWriter.write(forbidden(), request, response);
  }

  static ProblemDetail unauthorized() {
    return ProblemType.UNAUTHORIZED.detail(
        "This call needs the header \"Authorization: Bearer <token>\" with the workers' token, or"
            + " for metrics with theirs.");
  }

  static ProblemDetail forbidden() {
    return ProblemType.FORBIDDEN.detail("The token does not allow this call.");
  }
}
