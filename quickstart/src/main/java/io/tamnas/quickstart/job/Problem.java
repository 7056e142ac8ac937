package io.tamnas.quickstart.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An error answer (RFC 9457). */
@JsonIgnoreProperties(ignoreUnknown = true)
record Problem(
    @Nullable String title, @Nullable String detail, @Nullable List<Violation> violations) {

  /** What is wrong at one place of the specification. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Violation(String pointer, String detail) {}

  /** Title and detail, then a line per violation. */
  String text() {
    String head =
        Stream.of(title, detail).filter(Objects::nonNull).collect(Collectors.joining(": "));
    return violations == null
        ? head
        : violations.stream()
            .map(violation -> "\n  " + violation.pointer() + ": " + violation.detail())
            .collect(Collectors.joining("", head, ""));
  }
}
