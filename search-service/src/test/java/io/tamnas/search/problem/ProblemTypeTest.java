package io.tamnas.search.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ProblemDetail;

class ProblemTypeTest {

  @ParameterizedTest
  @EnumSource
  void isNamedLikeItsIdentifier(ProblemType type) {
    assertThat(type.uri().toString())
        .isEqualTo("urn:tamnas:problem:" + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Test
  void hasATitleOfItsOwn() {
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::title)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void carriesItsStatusAndTheExplanation(ProblemType type) {
    ProblemDetail problem = type.detail("because");

    assertThat(problem.getStatus()).isEqualTo(type.status().value());
    assertThat(problem.getTitle()).isEqualTo(type.title());
    assertThat(problem.getDetail()).isEqualTo("because");
  }
}
