package io.tamnas.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SpecificationTest {

  @TempDir Path here;

  @Test
  void holdsWhatWasSetAndLeavesTheRestToTheService() {
    JsonNode document = specification(Map.of("quickstart.steps", "7")).document();

    assertThat(document.at("/dataset/name").asString()).isEqualTo("shapes");
    assertThat(document.at("/space/preset").asString()).isEqualTo("tam-nano");
    assertThat(document.at("/training/steps").asInt()).isEqualTo(7);
    assertThat(document.has("search")).isFalse();
    assertThat(document.has("evaluation")).isFalse();
  }

  @Test
  void asksForABaselineOrForNoneWhereItIsTold() {
    JsonNode document = specification(Map.of("quickstart.baseline", "none")).document();

    assertThat(document.at("/search/baseline").asString()).isEqualTo("none");
  }

  @Test
  void namesTheDirectoryOfTheDataUnderItsParent() throws IOException {
    Files.createDirectory(here.resolve("bin"));
    Specification specification =
        specification(Map.of("quickstart.dataset", "cifar10", "quickstart.data", "bin"));

    assertThat(specification.document().at("/dataset/directory").asString()).isEqualTo("bin");
    assertThat(specification.dataRoot()).contains(here);
  }

  @Test
  void followsALinkToTheData() throws IOException {
    Path target = Files.createDirectories(here.resolve("disk").resolve("cifar-bin")).toRealPath();
    Files.createSymbolicLink(here.resolve("link"), target);

    Specification specification =
        specification(Map.of("quickstart.dataset", "cifar10", "quickstart.data", "link"));

    assertThat(specification.document().at("/dataset/directory").asString()).isEqualTo("cifar-bin");
    assertThat(specification.dataRoot()).contains(here.resolve("disk").toRealPath());
  }

  @Test
  void passesAWrittenSpecificationOnWithTheDirectoryOfTheData() throws IOException {
    Files.createDirectory(here.resolve("bin"));
    Files.writeString(here.resolve("job.json"), "{\"dataset\":{\"name\":\"cifar10\"},\"odd\":[1]}");

    JsonNode document =
        specification(Map.of("quickstart.job", "job.json", "quickstart.data", "bin")).document();

    assertThat(document.at("/odd/0").asInt()).isEqualTo(1);
    assertThat(document.at("/dataset/name").asString()).isEqualTo("cifar10");
    assertThat(document.at("/dataset/directory").asString()).isEqualTo("bin");
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoSpecification() throws IOException {
    Files.writeString(here.resolve("list.json"), "[]");
    Files.writeString(here.resolve("broken.json"), "{\"a\":");

    assertThatThrownBy(() -> specification(Map.of("quickstart.job", "list.json")).document())
        .isInstanceOf(QuickstartFailure.class)
        .hasMessageContaining("list.json must hold a JSON object");
    assertThatThrownBy(() -> specification(Map.of("quickstart.job", "broken.json")).document())
        .isInstanceOf(QuickstartFailure.class)
        .hasMessageContaining("broken.json is no JSON");
  }

  private Specification specification(Map<String, String> properties) {
    return new Specification(SettingsReader.read(properties, here));
  }
}
