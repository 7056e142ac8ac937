package io.tamnas.search.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is wrong with a request that Spring does not hand to any handler. */
final class RequestProblems {

  private RequestProblems() {}

  /** The problem behind one of Spring's exceptions; empty where the fault is on this side. */
  static Optional<ProblemDetail> of(Exception exception, HttpStatusCode status, String request) {
    return switch (exception) {
      case HttpMessageNotReadableException unreadable -> Optional.of(BodyProblems.of(unreadable));
      case MethodArgumentTypeMismatchException mismatch ->
          Optional.of(ProblemType.INVALID_PARAMETER.detail(mismatch(mismatch)));
      case HandlerMethodValidationException invalid when status.is4xxClientError() ->
          Optional.of(ProblemType.INVALID_PARAMETER.detail(validation(invalid)));
      case ServletRequestBindingException missing when status.is4xxClientError() ->
          Optional.of(ProblemType.INVALID_PARAMETER.detail(explanation(missing, request)));
      default -> ofStatus(status).map(type -> type.detail(explanation(exception, request)));
    };
  }

  /** The kind of problem that a status stands for; empty where the fault is on this side. */
  static Optional<ProblemType> ofStatus(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case UNAUTHORIZED -> Optional.of(ProblemType.UNAUTHORIZED);
      case FORBIDDEN -> Optional.of(ProblemType.FORBIDDEN);
      case NOT_FOUND -> Optional.of(ProblemType.NOT_FOUND);
      case METHOD_NOT_ALLOWED -> Optional.of(ProblemType.METHOD_NOT_ALLOWED);
      case NOT_ACCEPTABLE -> Optional.of(ProblemType.NOT_ACCEPTABLE);
      case CONFLICT -> Optional.of(ProblemType.CONFLICT);
      case CONTENT_TOO_LARGE -> Optional.of(ProblemType.CONTENT_TOO_LARGE);
      case UNSUPPORTED_MEDIA_TYPE -> Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      case SERVICE_UNAVAILABLE -> Optional.of(ProblemType.UNAVAILABLE);
      case null, default ->
          status.is4xxClientError() ? Optional.of(ProblemType.BAD_REQUEST) : Optional.empty();
    };
  }

  private static String explanation(Exception exception, String request) {
    if (!(exception instanceof ErrorResponse response)) {
      return "The request " + request + " cannot be answered.";
    }
    if (response.getStatusCode().value() == HttpStatus.NOT_FOUND.value()) {
      return "There is nothing at " + request + ".";
    }
    String detail = response.getBody().getDetail();
    return detail == null ? "The request " + request + " cannot be answered." : detail;
  }

  private static String mismatch(MethodArgumentTypeMismatchException mismatch) {
    return "The parameter \"%s\" must be %s, is %s."
        .formatted(mismatch.getName(), expected(mismatch), written(mismatch));
  }

  private static String expected(TypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    if (type == null) {
      return "something else";
    }
    if (type == UUID.class) {
      return "a UUID such as 0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type)
        ? "a number"
        : "of another form";
  }

  private static String written(TypeMismatchException mismatch) {
    String text = String.valueOf((@Nullable Object) mismatch.getValue());
    return '"' + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + '"';
  }

  private static String validation(HandlerMethodValidationException invalid) {
    return invalid.getParameterValidationResults().stream()
        .map(
            result ->
                "The parameter \"%s\" %s"
                    .formatted(
                        result.getMethodParameter().getParameterName(),
                        result.getResolvableErrors().stream()
                            .map(error -> String.valueOf(error.getDefaultMessage()))
                            .collect(Collectors.joining(" and "))))
        .collect(Collectors.joining("; "));
  }
}
