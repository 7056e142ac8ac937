package io.tamnas.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginePropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Bound.of("tamnas.engine", EngineProperties.class, Map.of()))
        .isEqualTo(new EngineProperties(null, EngineDevice.AUTO));
  }

  @Test
  void usesAllProcessorsWhereNothingElseIsSaid() {
    assertThat(new EngineProperties(null, EngineDevice.CPU).effectiveThreads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                "tamnas.engine",
                EngineProperties.class,
                Map.of("tamnas.engine.threads", "3", "tamnas.engine.device", "gpu")))
        .isEqualTo(new EngineProperties(3, EngineDevice.GPU));
  }

  @Test
  void refusesToComputeWithoutThreads() {
    assertThat(
            Bound.refusal(
                "tamnas.engine", EngineProperties.class, Map.of("tamnas.engine.threads", "0")))
        .contains("tamnas.engine.threads is between 1 and");
  }
}
