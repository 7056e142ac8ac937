package io.tamnas.worker.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.SettableClock;
import io.tamnas.worker.pulse.Heartbeats.Loop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private static final Duration ALLOWANCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock();
  private final Heartbeats heartbeats = new Heartbeats(clock, ALLOWANCE);

  @Test
  void tellWhetherTheLastRegistrationWasTaken() {
    assertThat(heartbeats.isRegistered()).isFalse();

    heartbeats.sent(Loop.REGISTRATION, true, PAUSE);
    assertThat(heartbeats.isRegistered()).isTrue();

    heartbeats.sent(Loop.REGISTRATION, false, PAUSE);
    assertThat(heartbeats.isRegistered()).isFalse();
  }

  @Test
  void standStillOnceTheNextOneIsOverdue() {
    heartbeats.sent(Loop.REGISTRATION, true, PAUSE);
    clock.advance(PAUSE.plus(ALLOWANCE));
    assertThat(heartbeats.stalled()).isEmpty();

    clock.advance(MOMENT);
    assertThat(heartbeats.stalled()).containsExactly(Loop.REGISTRATION);
  }

  @Test
  void goOnWhereTheServiceTakesNone() {
    for (int i = 0; i < 100; i++) {
      heartbeats.sent(Loop.REGISTRATION, false, PAUSE);
      clock.advance(PAUSE);
    }

    assertThat(heartbeats.stalled()).isEmpty();
    assertThat(heartbeats.failed(Loop.REGISTRATION)).isEqualTo(100);
  }

  @Test
  void standStillWhereTheWorkerNeverBeganToRegister() {
    clock.advance(ALLOWANCE.plus(MOMENT));

    assertThat(heartbeats.stalled()).containsExactly(Loop.REGISTRATION);
  }

  @Test
  void areExpectedOfAnAttemptOnlyWhileThereIsOne() {
    heartbeats.sent(Loop.ATTEMPT, true, PAUSE);
    heartbeats.rest(Loop.ATTEMPT);
    clock.advance(Duration.ofDays(1));
    heartbeats.sent(Loop.REGISTRATION, true, PAUSE);

    assertThat(heartbeats.stalled()).isEmpty();
    assertThat(heartbeats.taken(Loop.ATTEMPT)).isEqualTo(1);
  }
}
