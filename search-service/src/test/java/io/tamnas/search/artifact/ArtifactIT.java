package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArtifactIT {

  private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);
  private static final String NAME = MadeUp.sha256(CONTENT);
  private static final String PATH = "/api/v1/artifacts/" + NAME;

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  @Test
  void givesBackWhatWasPut() {
    assertThat(service.upload(PATH, CONTENT).status()).isEqualTo(201);
    assertThat(service.upload(PATH, CONTENT).status()).isEqualTo(200);

    Service.Answer answer = service.getAsWorker(PATH);

    assertThat(answer.text()).isEqualTo("weights");
    assertThat(answer.header("Content-Length")).isEqualTo("7");
  }

  @Test
  void answersARequestForAPartWithTheWhole() {
    service.upload(PATH, CONTENT);

    Service.Answer answer = service.send(download().header("Range", "bytes=2-3,5-5"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("weights");
  }

  @Test
  void sendsNothingToWhoHasItAlready() {
    service.upload(PATH, CONTENT);

    Service.Answer answer = service.send(download().header("If-None-Match", '"' + NAME + '"'));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void opensNothingForWhoHasItAlready() throws IOException {
    service.upload(PATH, CONTENT);
    Files.writeString(RUNNING.artifacts().resolve(NAME.substring(0, 2)).resolve(NAME), "WEIGHTS");

    Service.Answer answer = service.send(download().header("If-None-Match", '"' + NAME + '"'));

    assertThat(answer.status()).isEqualTo(304);
  }

  @Test
  void tellsWhoHasWhatIsNotThereThatItIsUnknown() {
    Service.Answer answer = service.send(download().header("If-None-Match", '"' + NAME + '"'));

    assertThat(answer.problem()).isEqualTo("not-found");
  }

  private HttpRequest.Builder download() {
    return HttpRequest.newBuilder(service.uri(PATH))
        .header("Authorization", "Bearer " + Service.TOKEN);
  }

  @Test
  void keepsNothingOfOtherContent() throws IOException {
    byte[] other = "other".getBytes(StandardCharsets.UTF_8);

    Service.Answer answer = service.upload(PATH.replace(NAME, MadeUp.sha256(other)), CONTENT);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("digest-mismatch");
    assertThat(service.getAsWorker(PATH.replace(NAME, MadeUp.sha256(other))).problem())
        .isEqualTo("not-found");
    try (Stream<Path> files = Files.list(RUNNING.artifacts())) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(
              RUNNING.artifacts().resolve(StoreIdentity.STORE),
              RUNNING.artifacts().resolve(StoreIdentity.DATABASE));
    }
  }

  @Test
  void givesOutNoDamagedFileAndTakesItAnew() throws IOException {
    service.upload(PATH, CONTENT);
    Path file = RUNNING.artifacts().resolve(NAME.substring(0, 2)).resolve(NAME);
    Files.writeString(file, "WEIGHTS");

    assertThat(service.getAsWorker(PATH).problem()).isEqualTo("artifact-damaged");

    service.upload(PATH, CONTENT);
    assertThat(service.getAsWorker(PATH).text()).isEqualTo("weights");
  }

  @Test
  void breaksOffAtALongDamagedFileAndRefusesItFromThenOn() throws IOException {
    byte[] content = ArtifactStoreContract.content(300_000);
    Digest name = ArtifactStoreContract.name(content);
    String path = "/api/v1/artifacts/" + name;
    service.upload(path, content);
    byte[] broken = content.clone();
    broken[299_999] ^= 1;
    Files.write(RUNNING.artifacts().resolve(name.path()), broken);

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> service.getAsWorker(path));
    assertThat(service.getAsWorker(path).problem()).isEqualTo("artifact-damaged");

    service.upload(path, content);
    assertThat(service.getAsWorker(path).status()).isEqualTo(200);
  }

  @Test
  void refusesNamesThatAreNoDigest() {
    assertThat(service.getAsWorker("/api/v1/artifacts/..%2Fsecret").status()).isBetween(400, 404);
    assertThat(service.getAsWorker("/api/v1/artifacts/abc").problem()).isEqualTo("not-found");
  }
}
