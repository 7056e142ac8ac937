package io.tamnas.quickstart;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.quickstart.Settings.Afterwards;
import io.tamnas.quickstart.Settings.Composed;
import io.tamnas.quickstart.Settings.DatasetName;
import io.tamnas.quickstart.Settings.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  @TempDir Path here;

  @Test
  void givesGoodDefaultsForNothing() {
    Settings settings = SettingsReader.read(Map.of("java.version", "25"), here);

    assertThat(settings.output()).isEqualTo(here.resolve("tamnas-quickstart"));
    assertThat(settings.afterwards()).isEqualTo(Afterwards.STOP);
    assertThat(settings.data()).isEmpty();
    assertThat(settings.job())
        .isInstanceOfSatisfying(
            Composed.class,
            job -> {
              assertThat(job.dataset()).isEqualTo(DatasetName.SHAPES);
              assertThat(job.preset()).isEqualTo("tam-nano");
              assertThat(job.seed()).isEqualTo(1);
              assertThat(job.steps()).isEmpty();
            });
  }

  @Test
  void takesEverySettingOfAComposedJob() throws IOException {
    Path data = Files.createDirectory(here.resolve("my data"));

    Settings settings =
        SettingsReader.read(
            Map.ofEntries(
                entry("quickstart.dataset", "cifar10"),
                entry("quickstart.data", "my data"),
                entry("quickstart.preset", "tam"),
                entry("quickstart.width", "1/4"),
                entry("quickstart.steps", "300"),
                entry("quickstart.population", "8"),
                entry("quickstart.generations", "2"),
                entry("quickstart.images", "512"),
                entry("quickstart.baseline", "none"),
                entry("quickstart.finalists", "3"),
                entry("quickstart.seed", "-7"),
                entry("quickstart.keep", "true")),
            here);

    assertThat(settings.data()).contains(data);
    assertThat(settings.afterwards()).isEqualTo(Afterwards.KEEP);
    assertThat(settings.job())
        .isEqualTo(
            new Composed(
                DatasetName.CIFAR10,
                "tam",
                java.util.Optional.of("1/4"),
                OptionalInt.of(300),
                OptionalInt.of(8),
                OptionalInt.of(2),
                OptionalInt.of(512),
                java.util.Optional.of("none"),
                OptionalInt.of(3),
                -7));
  }

  @Test
  void takesAWholeSpecification() throws IOException {
    Path file = Files.writeString(here.resolve("job.json"), "{}");

    assertThat(SettingsReader.read(Map.of("quickstart.job", "job.json"), here).job())
        .isEqualTo(new Written(file));
  }

  @Test
  void countsEmptySettingsAsAbsent() {
    assertThat(SettingsReader.read(Map.of("quickstart.dataset", ""), here))
        .isEqualTo(SettingsReader.read(Map.of(), here));
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    Map.of(
                        "quickstart.dataste", "cifar10",
                        "quickstart.dataset", "imagenet",
                        "quickstart.preset", "tiny",
                        "quickstart.steps", "many",
                        "quickstart.population", "0",
                        "quickstart.seed", "x",
                        "quickstart.keep", "maybe",
                        "quickstart.width", "1/2"),
                    here))
        .hasMessageContaining("quickstart.dataste is unknown")
        .hasMessageContaining(
            "quickstart.dataset must be shapes, cifar10, cifar100, svhn, mnist,"
                + " fashion-mnist, is imagenet")
        .hasMessageContaining("quickstart.preset must be tam or tam-nano, is tiny")
        .hasMessageContaining("quickstart.steps must be a whole number from 1, is many")
        .hasMessageContaining("quickstart.population must be a whole number from 1, is 0")
        .hasMessageContaining("quickstart.seed must be a whole number, is x")
        .hasMessageContaining("quickstart.keep must be true or false, or stand alone, is maybe")
        .hasMessageContaining("quickstart.width is only for preset tam");
  }

  @Test
  void listsWhatCanBeSetWhereSomethingIsUnknown() {
    assertThatThrownBy(() -> SettingsReader.read(Map.of("quickstart.epochs", "3"), here))
        .isInstanceOfSatisfying(
            InvalidSettings.class,
            invalid ->
                assertThat(invalid.text()).contains("-Dquickstart.steps", "-Dquickstart.output"));
  }

  @Test
  void wantsADirectoryForDataThatIsRead() {
    assertThatThrownBy(() -> SettingsReader.read(Map.of("quickstart.dataset", "mnist"), here))
        .hasMessageContaining("quickstart.data is missing")
        .hasMessageContaining("mnist");
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    Map.of("quickstart.dataset", "mnist", "quickstart.data", "nowhere"), here))
        .hasMessageContaining("quickstart.data must be a directory")
        .hasMessageContaining("nowhere");
  }

  @Test
  void refusesSingleSettingsBesideAWholeSpecification() {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    Map.of("quickstart.job", "job.json", "quickstart.steps", "3"), here))
        .hasMessageContaining("quickstart.steps is part of the file of quickstart.job")
        .hasMessageContaining("quickstart.job must be a file");
  }
}
