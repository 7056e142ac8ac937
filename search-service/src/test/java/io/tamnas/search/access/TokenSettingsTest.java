package io.tamnas.search.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class TokenSettingsTest {

  @Test
  void takesTheTokenWithoutSpaceAroundIt() {
    TokenSettings settings = Bound.of(TokenSettings.class, "tamnas.token= 0123456789abcdef ");

    assertThat(settings.token()).isEqualTo("0123456789abcdef");
    assertThat(settings).asString().doesNotContain("0123456789abcdef");
  }

  @Test
  void refusesToStartWithoutAToken() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(TokenSettings.class))
        .havingRootCause()
        .withMessageContaining("tamnas.token")
        .withMessageContaining("TAMNAS_TOKEN");
  }

  @Test
  void refusesAShortToken() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(TokenSettings.class, "tamnas.token=secret"))
        .havingRootCause()
        .withMessageContaining("16");
  }
}
