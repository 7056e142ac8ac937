package io.tamnas.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WorkPropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Bound.of("tamnas.work", WorkProperties.class, Map.of()))
        .isEqualTo(new WorkProperties(null, DataSize.ofGigabytes(4)));
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                "tamnas.work",
                WorkProperties.class,
                Map.of("tamnas.work.directory", "/var/tamnas", "tamnas.work.cache", "10MB")))
        .isEqualTo(new WorkProperties(Path.of("/var/tamnas"), DataSize.ofMegabytes(10)));
  }

  @Test
  void refusesACacheOfNothing() {
    assertThat(
            Bound.refusal("tamnas.work", WorkProperties.class, Map.of("tamnas.work.cache", "0B")))
        .contains("tamnas.work.cache is at least one byte");
  }
}
