package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class CollectionSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(CollectionSettings.class))
        .isEqualTo(new CollectionSettings(true, Duration.ofDays(1), Duration.ofHours(1)));
  }

  @Test
  void isMapped() {
    assertThat(
            Bound.of(
                CollectionSettings.class,
                "tamnas.artifacts.collection.enabled=false",
                "tamnas.artifacts.collection.age=2h",
                "tamnas.artifacts.collection.interval=5m"))
        .isEqualTo(new CollectionSettings(false, Duration.ofHours(2), Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tamnas.artifacts.collection.age=59m", "tamnas.artifacts.collection.interval=0s"})
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(CollectionSettings.class, property))
        .havingRootCause()
        .withMessageContaining(property.substring(0, property.indexOf('=')));
  }
}
