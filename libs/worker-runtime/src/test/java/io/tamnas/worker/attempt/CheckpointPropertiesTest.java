package io.tamnas.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointPropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Bound.of("tamnas.checkpoint", CheckpointProperties.class, Map.of()))
        .isEqualTo(new CheckpointProperties(Duration.ofMinutes(2)));
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                "tamnas.checkpoint",
                CheckpointProperties.class,
                Map.of("tamnas.checkpoint.interval", "30s")))
        .isEqualTo(new CheckpointProperties(Duration.ofSeconds(30)));
  }

  @Test
  void refusesToCheckpointAllTheTime() {
    assertThat(
            Bound.refusal(
                "tamnas.checkpoint",
                CheckpointProperties.class,
                Map.of("tamnas.checkpoint.interval", "0s")))
        .contains("tamnas.checkpoint.interval is longer than 0");
  }
}
