package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

  @Test
  void doublesWithEachFailureUpToALimit() {
    RetrySettings settings = new RetrySettings(100, Duration.ofMillis(500));

    assertThat(settings.pauseSeconds(1)).isEqualTo(0.5);
    assertThat(settings.pauseSeconds(2)).isEqualTo(1);
    assertThat(settings.pauseSeconds(5)).isEqualTo(8);
    assertThat(settings.pauseSeconds(50)).isEqualTo(32);
  }
}
