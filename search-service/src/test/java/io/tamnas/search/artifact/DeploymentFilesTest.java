package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.artifact.ArtifactSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One replica has a volume, two have an object store. */
class DeploymentFilesTest {

  private static final Path FILES = Path.of(System.getProperty("tamnas.root"), "k8s");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void runsOneReplicaOnAVolumeThatIsMountedOnce() throws IOException {
    JsonNode deployment = ofKind("Deployment", all("base/search-service.yaml"));

    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
    assertThat(deployment.at("/spec/strategy/type").asString()).isEqualTo("Recreate");
    assertThat(deployment.at("/spec/template/spec/volumes/0/name").asString())
        .isEqualTo("artifacts");
  }

  @Test
  void runsTwoReplicasOnAnObjectStoreWithoutAVolume() throws IOException {
    JsonNode overlay = all("object-store/kustomization.yaml").getFirst();
    List<JsonNode> changes = changes(overlay, "Deployment");

    assertThat(change(changes, "/spec/replicas").get("value").asInt()).isEqualTo(2);
    assertThat(change(changes, "/spec/template/spec/volumes").get("op").asString())
        .isEqualTo("remove");
    Binder environment = environment(changes);
    assertThat(environment.bind("tamnas.artifacts", ArtifactSettings.class).get().store())
        .isEqualTo(Kind.OBJECT_STORE);
    ObjectStoreSettings store =
        environment.bind("tamnas.artifacts.object-store", ObjectStoreSettings.class).get();
    assertThat(store).asString().isEqualTo("s3://tamnas/ at http://object-store:9000");
    assertThat(store.pathStyle()).isTrue();
    assertThat(store.accessKey()).isEqualTo("secret object-store-access-key");
    assertThat(store.secretKey()).isEqualTo("secret object-store-secret-key");
  }

  private static List<JsonNode> all(String file) throws IOException {
    return documents(Files.readString(FILES.resolve(file)));
  }

  private static List<JsonNode> documents(String yaml) {
    return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
        .<JsonNode>map(JSON::valueToTree)
        .toList();
  }

  private static JsonNode ofKind(String kind, List<JsonNode> documents) {
    return documents.stream()
        .filter(document -> document.get("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> changes(JsonNode overlay, String kind) {
    return overlay
        .get("patches")
        .valueStream()
        .filter(patch -> patch.at("/target/kind").asString().equals(kind))
        .map(patch -> documents(patch.get("patch").asString()).getFirst())
        .flatMap(JsonNode::valueStream)
        .toList();
  }

  private static JsonNode change(List<JsonNode> changes, String path) {
    return changes.stream()
        .filter(change -> change.get("path").asString().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** As the service would have it; of a secret, its name. */
  private static Binder environment(List<JsonNode> changes) {
    Map<String, Object> variables = new LinkedHashMap<>();
    changes.stream()
        .filter(change -> change.get("path").asString().endsWith("/env/-"))
        .map(change -> change.get("value"))
        .forEach(variable -> variables.put(variable.get("name").asString(), value(variable)));
    return new Binder(
        ConfigurationPropertySources.from(
            new SystemEnvironmentPropertySource("systemEnvironment", variables)));
  }

  private static String value(JsonNode variable) {
    JsonNode value = variable.path("value");
    return value.isMissingNode()
        ? "secret " + variable.at("/valueFrom/secretKeyRef/key").asString()
        : value.asString();
  }
}
