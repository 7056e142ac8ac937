package io.tamnas.quickstart.job;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.quickstart.front.Front;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SearchApiTest {

  private static final UUID KEY = new UUID(1, 2);
  private static final String ABC_DIGEST =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path directory;

  private final FakeService service = new FakeService();
  private final SearchApi api = new SearchApi(service.address());

  SearchApiTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void submitsAJobUnderAnIdempotencyKey() throws InterruptedException {
    service.on(
        "POST /api/v1/search-jobs",
        202,
        """
        {"id":"7","state":"QUEUED","progress":0,"generations":3,"measured":0,"phase":null,
         "createdAt":"2026-01-01T00:00:00Z","links":{"self":"/x"}}\
        """);

    JobStatus status = api.submit(specification(), KEY);

    assertThat(status.id()).isEqualTo("7");
    assertThat(status.state()).isEqualTo(JobStatus.State.QUEUED);
    assertThat(service.calls().getFirst()).contains("key=" + KEY, "{\"dataset\":{}}");
  }

  @Test
  void submitsAJobOfWhichSoManyTasksRunAtATime() throws InterruptedException {
    service.on(
        "POST /api/v1/search-jobs?maximumTasks=1",
        202,
        """
        {"id":"7","state":"QUEUED","progress":0,"generations":3,"measured":0,"phase":null}\
        """);

    assertThat(api.submit(specification(), KEY, 1).id()).isEqualTo("7");
  }

  @Test
  void tellsEveryViolation() {
    service.on(
        "POST /api/v1/search-jobs",
        422,
        """
        {"type":"urn:tamnas:problem:invalid-specification","title":"Invalid specification",
         "violations":[{"pointer":"/dataset/name","detail":"is required"},
                       {"pointer":"/seed","detail":"must be a whole number"}]}\
        """);

    assertThatThrownBy(() -> api.submit(specification(), KEY))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("answered with 422. Invalid specification")
        .hasMessageContaining("/dataset/name: is required")
        .hasMessageContaining("/seed: must be a whole number");
  }

  @Test
  void readsAFront() throws InterruptedException {
    service.on(
        "GET /api/v1/search-jobs/7/front",
        200,
        """
        {"job":"7","supernet":"aa","protocol":{"text":"PGD-10","images":4},"individuals":[
          {"genotype":{"genes":[1,2],"text":"shuffle3@1.0"},"parameters":10,"multiplyAdds":20,
           "clean":{"correct":2,"images":4,"accuracy":0.5,"interval":[0.1,0.9]},
           "adversarial":{"correct":1,"images":4,"accuracy":0.25,"interval":[0,0.7]},
           "rank":1,"crowdingDistance":null,"generation":0,"parents":[],"knee":true,
           "warnings":[{"sign":"zero-gradients","text":"none to follow"}]}]}\
        """);

    Front front = api.front(api.frontDocument("7"));

    assertThat(front.protocol().text()).isEqualTo("PGD-10");
    assertThat(front.individuals().getFirst().adversarial().correct()).isEqualTo(1);
    assertThat(front.individuals().getFirst().knee()).isTrue();
    assertThat(front.individuals().getFirst().warnings())
        .containsExactly(new Front.Warning("zero-gradients", "none to follow"));
  }

  @Test
  void checksTheDigestOfAnArtifact() throws InterruptedException {
    service.on("GET /api/v1/artifacts/" + ABC_DIGEST, 200, "abc");
    service.on("GET /api/v1/artifacts/" + "0".repeat(64), 200, "abc");

    api.download(ABC_DIGEST, "t0ken", directory.resolve("supernet"));

    assertThat(directory.resolve("supernet")).hasContent("abc");
    assertThat(service.calls().getFirst()).contains("authorization=Bearer t0ken");
    assertThatThrownBy(() -> api.download("0".repeat(64), "t0ken", directory.resolve("other")))
        .hasMessageContaining("arrived as " + ABC_DIGEST);
    assertThat(directory.resolve("other")).doesNotExist();
  }

  @Test
  void saysThatNobodyAnswers() {
    service.close();

    assertThatThrownBy(() -> api.status("7"))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void doesNotWaitForEverForTheRestOfAnAnswer() throws IOException {
    try (ServerSocket halfOpen = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerHalf(halfOpen));
      URI address = URI.create("http://127.0.0.1:" + halfOpen.getLocalPort());

      assertThatThrownBy(() -> new SearchApi(address, Duration.ofMillis(500)).status("7"))
          .isInstanceOf(NoAnswerException.class);
    }
  }

  private static void answerHalf(ServerSocket server) {
    try {
      server
          .accept()
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode specification() {
    ObjectNode specification = JsonMapper.shared().createObjectNode();
    specification.putObject("dataset");
    return specification;
  }
}
