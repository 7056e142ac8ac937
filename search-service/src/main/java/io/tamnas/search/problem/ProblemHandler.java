package io.tamnas.search.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns every exception that leaves a handler into a problem. What no client is meant to see
 * becomes an incident: the answer holds its id alone, the log all the rest.
 */
@RestControllerAdvice
public class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String RETRY_SECONDS = "5";

  /**
   * What Spring's own exceptions do not cover: those of the domain, and all that is unforeseen.
   *
   * @throws Exception the same, where the answer has begun: the container ends the connection, so
   *     that nobody takes what has come for the whole
   */
  @ExceptionHandler
  public @Nullable ResponseEntity<Object> handleAny(Exception exception, WebRequest request)
      throws Exception {
    if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
      log.debug("client left {}", text(request));
      return null;
    }
    if (hasBegun(request)) {
      throw exception;
    }
    ProblemDetail problem =
        DomainProblems.of(exception).orElseGet(() -> incident(exception, request));
    return answer(exception, problem, new HttpHeaders(), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        RequestProblems.of(exception, status, text(request))
            .orElseGet(() -> incident(exception, request));
    return answer(exception, problem, headers, request);
  }

  private @Nullable ResponseEntity<Object> answer(
      Exception exception, ProblemDetail problem, HttpHeaders given, WebRequest request) {
    HttpHeaders headers = new HttpHeaders(given);
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == ProblemType.UNAVAILABLE.status().value()) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return super.handleExceptionInternal(
        exception, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
  }

  private static ProblemDetail incident(Exception exception, WebRequest request) {
    String incident = UUID.randomUUID().toString();
    log.error("incident {} at {}", incident, text(request), exception);
    ProblemDetail problem =
        ProblemType.INTERNAL.detail(
            "The service failed to answer; its log has more under this incident.");
    problem.setProperty("incident", incident);
    return problem;
  }

  private static boolean hasBegun(WebRequest request) {
    HttpServletResponse response = ((ServletWebRequest) request).getResponse();
    return response != null && response.isCommitted();
  }

  private static String text(WebRequest request) {
    HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
    return servletRequest.getMethod() + " " + servletRequest.getRequestURI();
  }
}
