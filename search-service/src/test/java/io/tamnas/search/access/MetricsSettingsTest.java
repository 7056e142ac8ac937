package io.tamnas.search.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class MetricsSettingsTest {

  @Test
  void letsEverybodyReadByDefault() {
    MetricsSettings open = Bound.of(MetricsSettings.class);

    assertThat(open.allow(null)).isTrue();
    assertThat(open.allow("Bearer anything")).isTrue();
  }

  @Test
  void letsOnlyThoseReadWhoHaveTheToken() {
    MetricsSettings guarded =
        Bound.of(MetricsSettings.class, "tamnas.metrics.token=0123456789abcdef");

    assertThat(guarded.allow("Bearer 0123456789abcdef")).isTrue();
    assertThat(guarded.allow("Bearer 0123456789abcdeF")).isFalse();
    assertThat(guarded.allow("Bearer ")).isFalse();
    assertThat(guarded.allow(null)).isFalse();
    assertThat(guarded).asString().doesNotContain("0123456789abcdef");
  }

  @Test
  void refusesAShortToken() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(MetricsSettings.class, "tamnas.metrics.token=secret"))
        .havingRootCause()
        .withMessageContaining("tamnas.metrics.token")
        .withMessageContaining("16");
  }
}
