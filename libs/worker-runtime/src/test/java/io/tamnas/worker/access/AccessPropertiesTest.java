package io.tamnas.worker.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessPropertiesTest {
  @Test
  void hasNoDefaultToken() {
    assertThat(Bound.refusal("tamnas", AccessProperties.class, Map.of()))
        .contains("tamnas.token (environment: TAMNAS_TOKEN) is not set");
  }

  @Test
  void keepsTheTokenOutOfText() {
    assertThat(new AccessProperties("secret")).asString().doesNotContain("secret");
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(Bound.of("tamnas", AccessProperties.class, Map.of("tamnas.token", "secret")))
        .isEqualTo(new AccessProperties("secret"));
  }

  @Test
  void refusesATokenThatNoHeaderCarries() {
    assertThat(Bound.refusal("tamnas", AccessProperties.class, Map.of("tamnas.token", "two words")))
        .contains("without blanks");
  }
}
