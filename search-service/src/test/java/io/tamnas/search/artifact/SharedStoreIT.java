package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.S3Server;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Two replicas of the service with one object store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedStoreIT {

  private static final Path UNUSED = Path.of("/never/made");

  private final String bucket = "bucket-" + UUID.randomUUID();
  private final S3Client client =
      S3Client.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .region(Region.US_EAST_1)
          .forcePathStyle(true)
          .endpointOverride(S3Server.url())
          .build();
  private final Database database = Database.create();
  private final Service one;
  private final Service other;

  SharedStoreIT() {
    client.createBucket(request -> request.bucket(bucket));
    one = replica(database);
    other = replica(database);
  }

  private Service replica(Database of) {
    return Service.start(
        of,
        UNUSED,
        "tamnas.artifacts.store=object-store",
        "tamnas.artifacts.object-store.endpoint=" + S3Server.url(),
        "tamnas.artifacts.object-store.bucket=" + bucket,
        "tamnas.artifacts.object-store.path-style=true",
        "tamnas.artifacts.object-store.access-key=key",
        "tamnas.artifacts.object-store.secret-key=secret",
        "tamnas.artifacts.object-store.part=5MB");
  }

  @AfterAll
  void close() {
    one.close();
    other.close();
    client.close();
  }

  private static String path(byte[] content) {
    return "/api/v1/artifacts/" + MadeUp.sha256(content);
  }

  @Test
  void runsAJobWhoseArtifactsComeThroughEitherReplica() {
    try (FakeWorker worker = new FakeWorker("one", () -> other, MadeUp::outcome).start()) {
      Submitted job = Submitted.to(one, Submitted.SMALL).reaches("SUCCEEDED");

      String supernet = job.status().get("supernet").asString();
      assertThat(one.getAsWorker("/api/v1/artifacts/" + supernet).status()).isEqualTo(200);
      assertThat(worker.received()).isNotEmpty();
    }
  }

  @Test
  void givesBackALongArtifactThroughTheOtherReplica() {
    byte[] content = "0123456789abcdef".repeat(400_000).getBytes(StandardCharsets.US_ASCII);

    assertThat(one.upload(path(content), content).status()).isEqualTo(201);
    assertThat(other.upload(path(content), content).status()).isEqualTo(200);

    Service.Answer answer = other.getAsWorker(path(content));
    assertThat(answer.header("Content-Length")).isEqualTo("6400000");
    assertThat(MadeUp.sha256(answer.text().getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(MadeUp.sha256(content));
  }

  @Test
  void breaksOffAtABrokenArtifactRefusesItFromThenOnAndTakesItAnew() {
    byte[] content = ArtifactStoreContract.content(300_000);
    one.upload(path(content), content);
    byte[] broken = content.clone();
    broken[299_999] ^= 1;
    client.putObject(
        request -> request.bucket(bucket).key(new Digest(MadeUp.sha256(content)).path()),
        RequestBody.fromBytes(broken));

    Instant begin = Instant.now();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> one.getAsWorker(path(content)));
    assertThat(Duration.between(begin, Instant.now()))
        .as("the connection is not kept open")
        .isLessThan(Duration.ofSeconds(30));
    assertThat(one.getAsWorker(path(content)).problem()).isEqualTo("artifact-damaged");
    assertThat(other.getAsWorker(path(content)).problem()).isEqualTo("artifact-damaged");

    assertThat(other.upload(path(content), content).status()).isEqualTo(200);
    assertThat(one.getAsWorker(path(content)).status()).isEqualTo(200);
  }

  @Test
  void givesAnArtifactAgainThatWasPutRightBehindItsBack() {
    byte[] content = ArtifactStoreContract.content(500);
    String key = new Digest(MadeUp.sha256(content)).path();
    one.upload(path(content), content);
    client.deleteObject(request -> request.bucket(bucket).key(key));
    assertThat(one.getAsWorker(path(content)).problem()).isEqualTo("artifact-damaged");

    client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));

    assertThat(one.getAsWorker(path(content)).status()).isEqualTo(200);
  }

  @Test
  void startsNoServiceOfAnotherDatabase() {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> replica(Database.create()))
        .havingRootCause()
        .isInstanceOf(StoreRefused.class)
        .withMessageContaining("s3://" + bucket)
        .withMessageContaining("belongs to the database")
        .withMessageContaining("delete the file 'store-database'");
  }

  @Test
  void startsNoReplicaWithAStoreOfItsOwn(@TempDir Path directory) {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> Service.start(database, directory))
        .havingRootCause()
        .isInstanceOf(StoreRefused.class)
        .withMessageContaining("This database belongs to the store of artifacts")
        .withMessageContaining(directory.toString())
        .withMessageContaining("tamnas.artifacts.store=object-store");
  }
}
