package io.tamnas.worker.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPropertiesTest {
  private static final String PREFIX = "tamnas.metrics";

  @Test
  void letEverybodyReadByDefault() {
    MetricsProperties open = Bound.of(PREFIX, MetricsProperties.class, Map.of());

    assertThat(open.allow(null)).isTrue();
  }

  @Test
  void letOnlyThoseReadWhoHaveTheToken() {
    MetricsProperties guarded =
        Bound.of(
            PREFIX, MetricsProperties.class, Map.of("tamnas.metrics.token", "0123456789abcdef"));

    assertThat(guarded.allow("Bearer 0123456789abcdef")).isTrue();
    assertThat(guarded.allow("Bearer 0123456789abcdeF")).isFalse();
    assertThat(guarded.allow(null)).isFalse();
    assertThat(guarded).asString().doesNotContain("0123456789abcdef");
  }

  @Test
  void refuseAShortToken() {
    assertThat(
            Bound.refusal(
                PREFIX, MetricsProperties.class, Map.of("tamnas.metrics.token", "secret")))
        .contains("tamnas.metrics.token", "16");
  }
}
