package io.tamnas.worker.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.fake.Callers;
import io.tamnas.worker.fake.FakeSearchService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchServiceTest {
  private static final AttemptReference ATTEMPT = new AttemptReference(new UUID(0, 1), 2);

  private FakeSearchService fake;
  private SearchService service;

  @BeforeEach
  void open() throws IOException {
    fake = new FakeSearchService();
    service = Callers.of(fake);
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 502, 503})
  void takesSomeAnswersForAnAbsence(int status) {
    fake.refuse("metrics", status);

    assertThatThrownBy(this::send)
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageContaining(Integer.toString(status))
        .hasMessageContaining("not this way");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 415, 422, 507})
  void takesOtherAnswersForARefusal(int status) {
    fake.refuse("metrics", status);

    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.isOfVoidAttempt()).isEqualTo(status == 404 || status == 409));
  }

  @Test
  void takesADamagedArtifactForARefusal() {
    String json = "{\"type\": \"urn:tamnas:problem:artifact-damaged\", \"detail\": \"gone\"}";
    fake.answerOnce("metrics", 500, json);

    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.isOfDamagedArtifact()).isTrue())
        .hasMessageContaining("gone");
  }

  @Test
  void takesABrokenConnectionForAnAbsence() {
    fake.leave();

    assertThatThrownBy(this::send).isInstanceOf(ServiceUnavailableException.class);
  }

  @Test
  void givesAnUploadUpWhereNothingMoves(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[8 << 20]);
    fake.fallSilent();

    assertThatThrownBy(() -> service.upload("0".repeat(64), file))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageContaining("nothing of a file has moved for 1 s");
  }

  @Test
  void givesADownloadUpWhereNothingComes() {
    fake.fallSilent();

    assertThatThrownBy(() -> service.download("0".repeat(64), InputStream::readAllBytes))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageContaining("nothing of a file has moved for 1 s");
  }

  private void send() {
    service.metrics(ATTEMPT, new MetricBatch(1, List.of()));
  }
}
