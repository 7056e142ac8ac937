package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.artifact.ArtifactSettings.Kind;
import io.tamnas.search.support.Bound;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;

class ArtifactSettingsTest {

  @Test
  void hasADefaultSize() {
    assertThat(Bound.of(ArtifactSettings.class, "tamnas.artifacts.directory=/a"))
        .isEqualTo(new ArtifactSettings(Kind.FILE_SYSTEM, Path.of("/a"), DataSize.ofGigabytes(2)));
  }

  @Test
  void isMapped() {
    assertThat(
            Bound.of(
                ArtifactSettings.class,
                "tamnas.artifacts.directory=/a",
                "tamnas.artifacts.max-size=5MB"))
        .isEqualTo(new ArtifactSettings(Kind.FILE_SYSTEM, Path.of("/a"), DataSize.ofMegabytes(5)));
  }

  @Test
  void needsNoDirectoryWithAnObjectStore() {
    assertThat(Bound.of(ArtifactSettings.class, "tamnas.artifacts.store=object-store"))
        .isEqualTo(new ArtifactSettings(Kind.OBJECT_STORE, null, DataSize.ofGigabytes(2)));
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(ArtifactSettings.class))
        .havingRootCause()
        .withMessageContaining("tamnas.artifacts.directory");
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(
            () ->
                Bound.of(
                    ArtifactSettings.class,
                    "tamnas.artifacts.directory=/a",
                    "tamnas.artifacts.max-size=0B"))
        .havingRootCause()
        .withMessageContaining("tamnas.artifacts.max-size");
  }
}
