package io.tamnas.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainPropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Bound.of("tamnas.drain", DrainProperties.class, Map.of()))
        .isEqualTo(new DrainProperties(Duration.ofSeconds(60), Duration.ofSeconds(5)));
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                "tamnas.drain",
                DrainProperties.class,
                Map.of("tamnas.drain.timeout", "20s", "tamnas.drain.finish", "2s")))
        .isEqualTo(new DrainProperties(Duration.ofSeconds(20), Duration.ofSeconds(2)));
  }

  @Test
  void refusesNoTimeAtAll() {
    assertThat(
            Bound.refusal(
                "tamnas.drain", DrainProperties.class, Map.of("tamnas.drain.timeout", "0s")))
        .contains("tamnas.drain.timeout is longer than 0");
  }

  @Test
  void refusesToFinishLongerThanToDrain() {
    assertThat(
            Bound.refusal(
                "tamnas.drain", DrainProperties.class, Map.of("tamnas.drain.finish", "2m")))
        .contains("tamnas.drain.finish is between 0 and timeout");
  }
}
