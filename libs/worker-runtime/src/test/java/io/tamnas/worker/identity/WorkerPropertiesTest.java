package io.tamnas.worker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerPropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Bound.of("tamnas.worker", WorkerProperties.class, Map.of()))
        .isEqualTo(new WorkerProperties(null, null));
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                "tamnas.worker",
                WorkerProperties.class,
                Map.of(
                    "tamnas.worker.id", "trainer-1", "tamnas.worker.url", "http://trainer:8081")))
        .isEqualTo(new WorkerProperties("trainer-1", URI.create("http://trainer:8081")));
  }

  @Test
  void refusesAnIdThatIsNoPathSegment() {
    assertThat(
            Bound.refusal(
                "tamnas.worker", WorkerProperties.class, Map.of("tamnas.worker.id", "a/b")))
        .contains("tamnas.worker.id consists of");
  }

  @Test
  void refusesAnAddressWithoutHost() {
    assertThat(
            Bound.refusal(
                "tamnas.worker", WorkerProperties.class, Map.of("tamnas.worker.url", "trainer")))
        .contains("tamnas.worker.url is the address");
  }
}
