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

/** Two replicas have one store: a volume that all nodes can write, or an object store. */
class DeploymentFilesTest {

  private static final Path FILES = Path.of(System.getProperty("tamnas.root"), "k8s");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void runsTwoReplicasOnAVolumeThatAllNodesCanWrite() throws IOException {
    List<JsonNode> base = all("base/search-service.yaml");
    JsonNode deployment = ofKind("Deployment", base);

    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(
            deployment
                .at("/spec/template/spec/volumes/0/persistentVolumeClaim/claimName")
                .asString())
        .isEqualTo("artifacts");
    assertThat(ofKind("PersistentVolumeClaim", base).at("/spec/accessModes/0").asString())
        .isEqualTo("ReadWriteMany");
  }

  @Test
  void runsThemOnAnObjectStoreWithoutAVolume() throws IOException {
    JsonNode deployment = ofKind("Deployment", all("components/s3/search-service.yaml"));
    Binder environment = environment(deployment);

    assertThat(deployment.at("/spec/template/spec/volumes/0/$patch").asString())
        .isEqualTo("delete");
    assertThat(environment.bind("tamnas.artifacts", ArtifactSettings.class).get().store())
        .isEqualTo(Kind.OBJECT_STORE);
    ObjectStoreSettings store =
        environment.bind("tamnas.artifacts.object-store", ObjectStoreSettings.class).get();
    assertThat(store).asString().isEqualTo("s3://tamnas/");
    assertThat(store.accessKey()).isEqualTo("secret access-key");
    assertThat(store.secretKey()).isEqualTo("secret secret-key");
  }

  private static List<JsonNode> all(String file) throws IOException {
    return StreamSupport.stream(
            new Yaml().loadAll(Files.readString(FILES.resolve(file))).spliterator(), false)
        .<JsonNode>map(JSON::valueToTree)
        .toList();
  }

  private static JsonNode ofKind(String kind, List<JsonNode> documents) {
    return documents.stream()
        .filter(document -> document.get("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** As the service would have it: what the component generates, and of a secret, its name. */
  private static Binder environment(JsonNode deployment) throws IOException {
    Map<String, Object> variables = new LinkedHashMap<>();
    all("components/s3/kustomization.yaml")
        .getFirst()
        .at("/configMapGenerator/0/literals")
        .valueStream()
        .map(literal -> literal.asString().split("=", 2))
        .forEach(parts -> variables.put(parts[0], parts[1]));
    deployment
        .at("/spec/template/spec/containers/0/env")
        .valueStream()
        .forEach(
            variable ->
                variables.put(
                    variable.get("name").asString(),
                    "secret " + variable.at("/valueFrom/secretKeyRef/key").asString()));
    return new Binder(
        ConfigurationPropertySources.from(
            new SystemEnvironmentPropertySource("systemEnvironment", variables)));
  }
}
