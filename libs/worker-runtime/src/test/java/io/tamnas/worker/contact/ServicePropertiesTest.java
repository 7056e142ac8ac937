package io.tamnas.worker.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.worker.fake.Bound;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServicePropertiesTest {
  @Test
  void hasDefaults() {
    assertThat(Bound.of("tamnas.service", ServiceProperties.class, Map.of()))
        .isEqualTo(
            new ServiceProperties(
                URI.create("http://localhost:8080"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(15)));
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                "tamnas.service",
                ServiceProperties.class,
                Map.of(
                    "tamnas.service.url", "https://tamnas.example",
                    "tamnas.service.connect-timeout", "1s",
                    "tamnas.service.answer-timeout", "2s",
                    "tamnas.service.transfer-timeout", "3s",
                    "tamnas.service.first-retry", "4s",
                    "tamnas.service.longest-retry", "5s")))
        .isEqualTo(
            new ServiceProperties(
                URI.create("https://tamnas.example"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5)));
  }

  @Test
  void refusesAnAddressThatIsNotHttp() {
    assertThat(
            Bound.refusal(
                "tamnas.service",
                ServiceProperties.class,
                Map.of("tamnas.service.url", "ftp://tamnas")))
        .contains("tamnas.service.url is the http or https address");
  }

  @Test
  void refusesTimeoutsOfNothing() {
    assertThat(
            Bound.refusal(
                "tamnas.service",
                ServiceProperties.class,
                Map.of("tamnas.service.answer-timeout", "0s")))
        .contains("tamnas.service.answer-timeout is longer than 0");
  }

  @Test
  void refusesALongestPauseBelowTheFirst() {
    assertThat(
            Bound.refusal(
                "tamnas.service",
                ServiceProperties.class,
                Map.of("tamnas.service.longest-retry", "1ms")))
        .contains("tamnas.service.longest-retry is at least first-retry");
  }
}
