package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;

class ObjectStoreSettingsTest {

  private static final String BUCKET = "tamnas.artifacts.object-store.bucket=b";

  @Test
  void hasDefaults() {
    assertThat(Bound.of(ObjectStoreSettings.class, BUCKET))
        .isEqualTo(
            new ObjectStoreSettings(
                null,
                "us-east-1",
                "b",
                "",
                false,
                null,
                null,
                DataSize.ofMegabytes(8),
                Duration.ofSeconds(30)));
  }

  @Test
  void isMapped() {
    ObjectStoreSettings settings =
        Bound.of(
            ObjectStoreSettings.class,
            BUCKET,
            "tamnas.artifacts.object-store.endpoint=https://store.example:9000",
            "tamnas.artifacts.object-store.region=here",
            "tamnas.artifacts.object-store.prefix=tamnas/",
            "tamnas.artifacts.object-store.path-style=true",
            "tamnas.artifacts.object-store.access-key=who",
            "tamnas.artifacts.object-store.secret-key=hidden",
            "tamnas.artifacts.object-store.part=5MB",
            "tamnas.artifacts.object-store.timeout=5s");

    assertThat(settings)
        .isEqualTo(
            new ObjectStoreSettings(
                URI.create("https://store.example:9000"),
                "here",
                "b",
                "tamnas/",
                true,
                "who",
                "hidden",
                DataSize.ofMegabytes(5),
                Duration.ofSeconds(5)));
    assertThat(settings).asString().contains("s3://b/tamnas/").doesNotContain("hidden", "who");
  }

  @Test
  void refusesArtifactsOfMoreThanTenThousandParts() {
    ObjectStoreSettings settings =
        Bound.of(ObjectStoreSettings.class, BUCKET, "tamnas.artifacts.object-store.part=5MB");

    assertThatExceptionOfType(StoreRefused.class)
        .isThrownBy(() -> ObjectStores.open(settings, DataSize.ofGigabytes(50).toBytes()))
        .withMessageContaining("tamnas.artifacts.max-size")
        .withMessageContaining("10000 parts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bucket=",
        "endpoint=ftp://store",
        "endpoint=store:9000",
        "endpoint=https://who:hidden@store",
        "region= ",
        "prefix=tamnas",
        "prefix=/tamnas/",
        "access-key=alone",
        "part=1MB",
        "part=1GB",
        "timeout=0s"
      })
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(
            () ->
                Bound.of(
                    ObjectStoreSettings.class, BUCKET, "tamnas.artifacts.object-store." + property))
        .havingRootCause()
        .withMessageContaining(
            "tamnas.artifacts.object-store." + property.substring(0, property.indexOf('=')))
        .withMessageNotContaining("hidden");
  }
}
