package io.tamnas.search.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PulsesTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final Pulses pulses = new Pulses(clock);

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void isContentWithLoopsThatTurn() {
    pulses.turned("dispatch");
    pulses.began("sweep");
    pulses.ended("sweep");
    pass(LIMIT);

    assertThat(pulses.complaints(LIMIT, PERIOD)).isEmpty();
  }

  @Test
  void complainsOfALoopThatStandsStill() {
    pulses.turned("dispatch");
    pass(LIMIT.plusMillis(1));
    pulses.began("sweep");

    assertThat(pulses.complaints(LIMIT, PERIOD))
        .singleElement()
        .asString()
        .contains("dispatch", "2026-01-01T00:00:00Z");
  }

  @Test
  void complainsOfARoundThatDoesNotEnd() {
    pulses.began("repair");
    pass(LIMIT.plusMillis(1));
    pulses.began("another");

    assertThat(pulses.complaints(LIMIT, PERIOD)).singleElement().asString().contains("repair");
  }

  @Test
  void bearsThatARoundIsRare() {
    pulses.began("daily");
    pulses.ended("daily");
    pass(Duration.ofDays(1));
    pulses.began("often");

    assertThat(pulses.complaints(LIMIT, PERIOD)).isEmpty();
  }

  @Test
  void complainsWhereNothingComesRoundAnyMore() {
    pass(LIMIT.plus(PERIOD).plusMillis(1));

    assertThat(pulses.complaints(LIMIT, PERIOD)).singleElement().asString().contains("periodic");
  }
}
