package io.tamnas.search.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of problem that this service answers with; their URIs never change. */
public enum ProblemType {
  BAD_REQUEST("bad-request", "The request cannot be understood", HttpStatus.BAD_REQUEST),
  MALFORMED_JSON("malformed-json", "The body is not valid JSON", HttpStatus.BAD_REQUEST),
  INVALID_PARAMETER("invalid-parameter", "A parameter is missing or wrong", HttpStatus.BAD_REQUEST),
  UNAUTHORIZED("unauthorized", "A valid token is needed", HttpStatus.UNAUTHORIZED),
  FORBIDDEN("forbidden", "This is not allowed", HttpStatus.FORBIDDEN),
  NOT_FOUND("not-found", "There is no such thing", HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", "The method does not apply here", HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(
      "not-acceptable", "No answer in an accepted media type", HttpStatus.NOT_ACCEPTABLE),
  CONFLICT("conflict", "The state does not allow this", HttpStatus.CONFLICT),
  NO_SUPERNET("no-supernet", "The job has no trained supernet", HttpStatus.CONFLICT),
  STALE_ATTEMPT("stale-attempt", "The attempt is no longer the valid one", HttpStatus.CONFLICT),
  CONFLICTING_RESULT(
      "conflicting-result", "Another result was already recorded", HttpStatus.CONFLICT),
  PRECONDITION_FAILED(
      "precondition-failed", "It has changed since", HttpStatus.PRECONDITION_FAILED),
  PRECONDITION_REQUIRED(
      "precondition-required", "The request must be conditional", HttpStatus.PRECONDITION_REQUIRED),
  CONTENT_TOO_LARGE("content-too-large", "The body is too large", HttpStatus.CONTENT_TOO_LARGE),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      "The body's media type is not supported",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  INVALID_SPECIFICATION(
      "invalid-specification",
      "The specification has violations",
      HttpStatus.UNPROCESSABLE_CONTENT),
  INVALID_BODY(
      "invalid-body", "The body does not have the expected form", HttpStatus.UNPROCESSABLE_CONTENT),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency-key-reused",
      "The idempotency key belongs to another request",
      HttpStatus.UNPROCESSABLE_CONTENT),
  DIGEST_MISMATCH(
      "digest-mismatch",
      "The content is not what its digest says",
      HttpStatus.UNPROCESSABLE_CONTENT),
  ARTIFACT_DAMAGED(
      "artifact-damaged",
      "A stored artifact is missing or damaged",
      HttpStatus.INTERNAL_SERVER_ERROR),
  STORE_FULL("store-full", "There is no room for artifacts", HttpStatus.INSUFFICIENT_STORAGE),
  INTERNAL("internal", "Something went wrong here", HttpStatus.INTERNAL_SERVER_ERROR),
  UNAVAILABLE("unavailable", "Not possible at this moment", HttpStatus.SERVICE_UNAVAILABLE);

  private final String name;
  private final String title;
  private final HttpStatus status;

  ProblemType(String name, String title, HttpStatus status) {
    this.name = name;
    this.title = title;
    this.status = status;
  }

  /** The stable identifier, such as {@code urn:tamnas:problem:not-found}. */
  public URI uri() {
    return URI.create("urn:tamnas:problem:" + name);
  }

  /** The kind in a few words, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** An occurrence of it, explained for whoever made the request. */
  public ProblemDetail detail(String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(uri());
    problem.setTitle(title);
    return problem;
  }

  /** The HTTP status that goes with it. */
  public HttpStatus status() {
    return status;
  }
}
