package io.tamnas.search.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers where the servlet container or a filter gave up before a handler was found. */
@Hidden
@RestController
public class ContainerProblems implements ErrorController {

  private static final int UNKNOWN = ProblemType.INTERNAL.status().value();

  /** The problem that the container's status stands for. */
  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  public ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    ProblemType type =
        RequestProblems.ofStatus(HttpStatusCode.valueOf(status(request)))
            .orElse(ProblemType.INTERNAL);
    return ResponseEntity.status(type.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(type.detail("The request was refused before it reached the service."));
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : UNKNOWN;
  }
}
