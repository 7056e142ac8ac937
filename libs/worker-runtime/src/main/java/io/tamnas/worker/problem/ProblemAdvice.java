package io.tamnas.worker.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Turns exceptions into problems; the only place that does. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "2";

  @ExceptionHandler(InvalidTaskException.class)
  ResponseEntity<ProblemDetail> invalid(InvalidTaskException exception) {
    ProblemDetail problem =
        ProblemType.INVALID_TASK.detail("the task has " + exception.getMessage());
    problem.setProperty("violations", exception.violations());
    return answer(problem);
  }

  @ExceptionHandler(RefusedCallException.class)
  ResponseEntity<ProblemDetail> refused(RefusedCallException exception) {
    HttpHeaders headers = new HttpHeaders();
    if (exception.type() == ProblemType.WORKER_BUSY) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    ProblemDetail problem = exception.type().detail(String.valueOf(exception.getMessage()));
    return new ResponseEntity<>(problem, headers, exception.type().status());
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> unexpected(Exception exception) {
    log.error("a request failed", exception);
    return answer(ProblemType.INTERNAL.detail("the worker's log says more"));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = ProblemType.MALFORMED_JSON.detail(whatIsMalformed(exception));
    return new ResponseEntity<>(problem, headers, status);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail =
        body instanceof ProblemDetail problem && problem.getDetail() != null
            ? problem.getDetail()
            : "";
    return new ResponseEntity<>(typeOf(status).detail(detail), headers, typeOf(status).status());
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ProblemType typeOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      default -> status.is4xxClientError() ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
    };
  }

  /** Where the body departs from what was expected, without names of classes. */
  private static String whatIsMalformed(HttpMessageNotReadableException exception) {
    if (exception.getCause() instanceof DatabindException mismatch) {
      return "the value at '" + JsonPointers.of(mismatch) + "' is missing or of a wrong kind";
    }
    return "the body is not JSON";
  }
}
