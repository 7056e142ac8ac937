package io.tamnas.worker.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

  @Test
  void doublesUpToItsBound() {
    assertThat(BACKOFF.after(1)).hasMillis(500);
    assertThat(BACKOFF.after(2)).hasMillis(1000);
    assertThat(BACKOFF.after(5)).hasMillis(8000);
    assertThat(BACKOFF.after(6)).hasMillis(15_000);
    assertThat(BACKOFF.after(Integer.MAX_VALUE)).hasMillis(15_000);
  }

  @Test
  void refusesABoundBelowTheFirstPause() {
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
