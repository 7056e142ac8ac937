package io.tamnas.search.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

class SweepPulsesTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InstantSource source = () -> now;
  private final Pulses pulses = new Pulses(source.withZone(ZoneOffset.UTC));
  private final SweepPulses sweeps = new SweepPulses(pulses);

  /** A round that has lasted for an hour, while all else came round. */
  private List<String> complaintsOfARoundOfAnHour(String type, String method) throws Exception {
    ScheduledTaskObservationContext round =
        new ScheduledTaskObservationContext(
            this, Class.forName("io.tamnas.search." + type).getDeclaredMethod(method));
    if (sweeps.supportsContext(round)) {
      sweeps.onStart(round);
    }
    now = now.plus(Duration.ofHours(1));
    pulses.began("another");
    pulses.ended("another");
    return pulses.complaints(LIMIT, PERIOD);
  }

  @ParameterizedTest
  @CsvSource({"task.LeaseSweep, endExpired", "job.JobSweep, repair"})
  void complainsOfASweepThatDoesNotEnd(String type, String method) throws Exception {
    assertThat(complaintsOfARoundOfAnHour(type, method))
        .singleElement()
        .asString()
        .contains(method + " has not ended");
  }

  @ParameterizedTest
  @CsvSource({
    "artifact.ArtifactCollection, runWhereEnabled",
    "retention.Retention, runWhereEnabled",
    "health.StoreWatch, ask"
  })
  void letsHousekeepingTakeItsTime(String type, String method) throws Exception {
    assertThat(complaintsOfARoundOfAnHour(type, method)).isEmpty();
  }
}
