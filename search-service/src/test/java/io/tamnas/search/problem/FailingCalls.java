package io.tamnas.search.problem;

import io.tamnas.search.specification.InvalidSpecification;
import io.tamnas.search.specification.MalformedSpecification;
import io.tamnas.search.specification.SpecificationTooLarge;
import io.tamnas.search.specification.Violation;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Calls that fail in every way that a handler can. No running service has them. */
@RestController
@ConditionalOnBooleanProperty("tests.failing-calls")
class FailingCalls {

  record Body(int count) {}

  enum Unit {
    SECONDS,
    MINUTES
  }

  @GetMapping("/fail/{how}")
  String fail(@PathVariable String how) {
    throw switch (how) {
      case "invalid-specification" ->
          new InvalidSpecification(
              List.of(
                  new Violation("/search/population", "must be between 4 and 4000, is 1"),
                  new Violation("/seed", "must be a whole number")));
      case "malformed-specification" -> new MalformedSpecification("line 1, column 2: no JSON");
      case "specification-too-large" -> new SpecificationTooLarge(10);
      case "unauthorized" -> new BadCredentialsException("secret");
      case "forbidden" -> new AccessDeniedException("secret");
      case "database-away" -> new DataAccessResourceFailureException("secret");
      case "database-lost" ->
          new JpaSystemException(new org.hibernate.TransactionException("secret"));
      case "database-busy" -> new PessimisticLockingFailureException("secret");
      case "refused-with-a-status" -> new ResponseStatusException(HttpStatus.CONFLICT, "no");
      case "failed-with-a-status" -> new ResponseStatusException(HttpStatus.BAD_GATEWAY, "secret");
      default -> new IllegalStateException("secret");
    };
  }

  @GetMapping("/things/{number}")
  int thing(@PathVariable int number) {
    return number;
  }

  @PostMapping(path = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
  int add(@RequestBody Body body) {
    return body.count();
  }

  @GetMapping("/jobs/{id}")
  String job(@PathVariable UUID id) {
    return id.toString();
  }

  @GetMapping("/jobs")
  String jobs(@RequestParam Unit unit) {
    return unit.name();
  }

  @GetMapping("/limited")
  int limited(@RequestParam @Min(1) int limit) {
    return limit;
  }

  @GetMapping("/with-header")
  String withHeader(@RequestHeader("X-Needed") String header) {
    return header;
  }

  @GetMapping(path = "/json-only", produces = MediaType.APPLICATION_JSON_VALUE)
  String jsonOnly() {
    return "{}";
  }
}
