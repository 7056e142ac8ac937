package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

  @Test
  void doublesWithEachFailureUpToALimit() {
    RetrySettings settings = new RetrySettings(100, 100, Duration.ofMillis(500));

    assertThat(settings.pauseSeconds(1)).isEqualTo(0.5);
    assertThat(settings.pauseSeconds(2)).isEqualTo(1);
    assertThat(settings.pauseSeconds(5)).isEqualTo(8);
    assertThat(settings.pauseSeconds(50)).isEqualTo(32);
  }

  @Test
  void isShorterAfterLossesAndNoneAfterTheFirst() {
    RetrySettings settings = new RetrySettings(100, 100, Duration.ofMillis(500));

    assertThat(settings.lostPauseSeconds(1)).isZero();
    assertThat(settings.lostPauseSeconds(2)).isEqualTo(0.5);
    assertThat(settings.lostPauseSeconds(4)).isEqualTo(2);
    assertThat(settings.lostPauseSeconds(50)).isEqualTo(4);
  }
}
