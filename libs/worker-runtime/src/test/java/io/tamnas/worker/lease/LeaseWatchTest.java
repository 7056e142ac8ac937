package io.tamnas.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseWatchTest {
  private final SettableClock clock = new SettableClock();
  private final LeaseWatch lease = new LeaseWatch(clock, Duration.ofSeconds(60));

  @Test
  void expiresAtItsEnd() {
    clock.advance(Duration.ofSeconds(59));
    assertThat(lease.hasExpired()).isFalse();

    clock.advance(Duration.ofSeconds(1));
    assertThat(lease.hasExpired()).isTrue();
  }

  @Test
  void isRenewedFromTheMomentOfSending() {
    Instant sent = clock.instant();
    clock.advance(Duration.ofSeconds(30));
    lease.renewed(sent.plusSeconds(10));

    clock.advance(Duration.ofSeconds(39));
    assertThat(lease.hasExpired()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(lease.hasExpired()).isTrue();
  }
}
