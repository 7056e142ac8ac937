package io.tamnas.search.artifact;

import java.time.Duration;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens object stores. */
final class ObjectStores {

  private static final Duration CONNECTING = Duration.ofSeconds(5);

  /** Of the protocol. */
  private static final int MOST_PARTS = 10_000;

  private ObjectStores() {}

  /**
   * The store of these settings. Digests are our own, and that of an upload is judged by the store;
   * further checksums are left out, which not every store knows.
   *
   * @throws StoreRefused where an artifact of that many bytes would not go in parts of that size
   */
  static ObjectStore open(ObjectStoreSettings settings, long maxBytes) {
    requireParts(settings.part(), maxBytes);
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECTING)
                    .socketTimeout(settings.timeout()))
            .credentialsProvider(credentials(settings))
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return new ObjectStore(builder.build(), settings, maxBytes);
  }

  private static void requireParts(DataSize part, long maxBytes) {
    if ((maxBytes - 1) / MOST_PARTS >= part.toBytes()) {
      throw new StoreRefused(
          "tamnas.artifacts.max-size (%d bytes) is more than %d parts of tamnas.artifacts.object-store.part (%d bytes); make that larger"
              .formatted(maxBytes, MOST_PARTS, part.toBytes()),
          null);
    }
  }

  private static AwsCredentialsProvider credentials(ObjectStoreSettings settings) {
    String accessKey = settings.accessKey();
    String secretKey = settings.secretKey();
    return accessKey == null || secretKey == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
  }
}
