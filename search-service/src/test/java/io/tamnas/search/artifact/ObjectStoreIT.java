package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.FaultyWay;
import io.tamnas.search.support.FaultyWay.Fault;
import io.tamnas.search.support.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ObjectStoreIT extends ArtifactStoreContract {

  private static final String PREFIX = "tamnas/artifacts/";

  private final String bucket = "bucket-" + UUID.randomUUID();
  private final FaultyWay way = new FaultyWay(S3Server.url());
  private final S3Client client =
      S3Client.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .region(Region.US_EAST_1)
          .forcePathStyle(true)
          .endpointOverride(S3Server.url())
          .build();

  @BeforeEach
  void makeBucket() {
    client.createBucket(request -> request.bucket(bucket));
  }

  @AfterEach
  void close() {
    way.close();
    client.close();
  }

  private ObjectStore at(URI endpoint) {
    return ObjectStores.open(
        new ObjectStoreSettings(
            endpoint,
            "us-east-1",
            bucket,
            PREFIX,
            true,
            "key",
            "secret",
            DataSize.ofMegabytes(5),
            Duration.ofSeconds(10)),
        LIMIT);
  }

  @Override
  ArtifactStore store() {
    return at(S3Server.url());
  }

  @Override
  ArtifactStore again() {
    return store();
  }

  @Override
  void spoil(Digest name, byte[] content) {
    put(name.path(), content);
  }

  @Override
  void spoilMark(String name, String text) {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(String name, byte[] content) {
    client.putObject(
        request -> request.bucket(bucket).key(PREFIX + name), RequestBody.fromBytes(content));
  }

  @Override
  void breakOff(Digest name) {
    client.createMultipartUpload(request -> request.bucket(bucket).key(PREFIX + name.path()));
  }

  @Override
  int brokenOff() {
    return client.listMultipartUploads(request -> request.bucket(bucket)).uploads().size();
  }

  @Test
  void leavesForeignObjectsAlone() {
    put("notes.txt", content(3));
    put("ff/" + "a".repeat(64), content(3));
    client.putObject(
        request -> request.bucket(bucket).key("aa/" + "a".repeat(64)), RequestBody.fromString("b"));
    client.createMultipartUpload(request -> request.bucket(bucket).key(PREFIX + "notes.txt"));

    store().sweep(Instant.now().plus(Duration.ofDays(1)));

    assertThat(listed(store())).isEmpty();
    assertThat(brokenOff()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void sendsAgainWhatTheStoreIsTooBusyForOrWhatBreaksOff(int bytes) throws IOException {
    byte[] content = content(bytes);
    try (ObjectStore store = at(way.url())) {
      way.meet(new Fault.Answer(503, "SlowDown"), new Fault.Cut());

      store.put(name(content), new ByteArrayInputStream(content));

      assertThat(read(store, name(content))).isEqualTo(content);
      assertThat(brokenOff()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void saysThatItsAnswersFailAndShowsNothingOfTheUpload(int bytes) throws IOException {
    byte[] content = content(bytes);
    try (ObjectStore store = at(way.url())) {
      Fault[] faults = new Fault[bytes == LONG ? 5 : 3];
      Arrays.fill(faults, new Fault.Answer(503, "SlowDown"));
      faults[0] = bytes == LONG ? new Fault.None() : faults[0];
      way.meet(faults);

      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> store.put(name(content), new ByteArrayInputStream(content)))
          .withMessageContaining("SlowDown")
          .withMessageContaining("try again");

      assertThat(listed(store())).isEmpty();
    }
  }

  @Test
  void goesOnWithADownloadThatBreaksOff() throws IOException {
    byte[] content = content(2_000_000);
    try (ObjectStore store = at(way.url())) {
      store.put(name(content), new ByteArrayInputStream(content));
      way.meet(new Fault.CutAnswer(300_000), new Fault.CutAnswer(900_000));

      assertThat(read(store, name(content))).isEqualTo(content);
      assertThat(way.requests()).containsExactly("PUT", "GET", "GET", "GET");
    }
  }

  @Test
  void givesUpOnADownloadThatBringsNothing() throws IOException {
    byte[] content = content(2_000_000);
    try (ObjectStore store = at(way.url())) {
      store.put(name(content), new ByteArrayInputStream(content));
      way.meet(
          new Fault.CutAnswer(300_000),
          new Fault.CutAnswer(0),
          new Fault.CutAnswer(0),
          new Fault.CutAnswer(0));

      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> read(store, name(content)))
          .withMessageContaining("broke off at byte");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"507 InsufficientStorage", "403 QuotaExceeded"})
  void saysThatItIsFull(String answer) throws IOException {
    byte[] content = content(1000);
    try (ObjectStore store = at(way.url())) {
      Fault full = new Fault.Answer(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
      way.meet(full, full, full);

      assertThatExceptionOfType(StoreFull.class)
          .isThrownBy(() -> store.put(name(content), new ByteArrayInputStream(content)))
          .withMessageContaining(bucket);
    }
  }

  @Test
  void doesWithoutAConditionWhereTheStoreKnowsNone() throws IOException {
    byte[] content = content(1000);
    try (ObjectStore store = at(way.url())) {
      way.meet(new Fault.Answer(501, "NotImplemented"));

      store.put(name(content), new ByteArrayInputStream(content));

      assertThat(read(store, name(content))).isEqualTo(content);
      UUID mark = UUID.randomUUID();
      way.meet(new Fault.None(), new Fault.Answer(501, "NotImplemented"));
      assertThat(store.mark("mark", mark)).isEqualTo(mark);
    }
  }

  @Test
  void takesAnUploadForDoneWhoseAnswerWasLost() throws IOException {
    byte[] content = content(LONG);
    try (ObjectStore store = at(way.url())) {
      Fault none = new Fault.None();
      way.meet(none, none, none, none, none, new Fault.LostAnswer());

      assertThat(store.put(name(content), new ByteArrayInputStream(content))).isEqualTo(LONG);

      assertThat(way.requests())
          .as("looked for, begun, sent in three parts, put together")
          .startsWith("GET", "POST", "PUT", "PUT", "PUT", "POST");
      assertThat(read(store, name(content))).isEqualTo(content);
      assertThat(brokenOff()).isZero();
    }
  }

  @Test
  void saysThatTheStoreRefusesOrIsNotThere() throws IOException {
    byte[] content = content(1000);
    try (ObjectStore store = at(way.url());
        ObjectStore nowhere = at(URI.create("http://localhost:1"))) {
      way.meet(new Fault.Answer(403, "AccessDenied"));

      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> store.open(name(content)))
          .withMessageContaining("403 AccessDenied");
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> nowhere.mark("mark", UUID.randomUUID()))
          .withMessageContaining("does not answer");
    }
  }
}
