package io.tamnas.worker.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of errors that callers can tell apart, each with a stable URI. */
public enum ProblemType {
  MALFORMED_JSON("malformed-json", "The body cannot be read", HttpStatus.BAD_REQUEST),
  BAD_REQUEST("bad-request", "The request cannot be understood", HttpStatus.BAD_REQUEST),
  UNAUTHORIZED("unauthorized", "The token is missing or wrong", HttpStatus.UNAUTHORIZED),
  NOT_FOUND("not-found", "There is nothing at this address", HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", "This address knows other methods", HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE("not-acceptable", "The answer is JSON alone", HttpStatus.NOT_ACCEPTABLE),
  STALE_ATTEMPT("stale-attempt", "A later attempt is known here", HttpStatus.CONFLICT),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type", "The body has to be JSON", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  INVALID_TASK("invalid-task", "The task cannot be taken", HttpStatus.UNPROCESSABLE_CONTENT),
  WORKER_BUSY("worker-busy", "The worker takes no task now", HttpStatus.SERVICE_UNAVAILABLE),
  INTERNAL("internal", "The worker failed", HttpStatus.INTERNAL_SERVER_ERROR);

  private final URI uri;
  private final String title;
  private final HttpStatus status;

  ProblemType(String name, String title, HttpStatus status) {
    this.uri = URI.create("urn:tamnas:problem:" + name);
    this.title = title;
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }

  /** A problem of this type. */
  public ProblemDetail detail(String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(uri);
    problem.setTitle(title);
    return problem;
  }
}
