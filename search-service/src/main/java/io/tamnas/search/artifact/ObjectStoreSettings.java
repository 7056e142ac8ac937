package io.tamnas.search.artifact;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * An object store that speaks the protocol of Amazon S3.
 *
 * @param endpoint where it is; absent: Amazon's own
 * @param region its region; stores of one's own take any
 * @param bucket is there already; the service makes none
 * @param prefix of all names, ending in {@code /}, or empty
 * @param pathStyle whether the bucket is part of the path, not of the host's name
 * @param accessKey absent: credentials are found as the SDK finds them, such as those of a
 *     workload's identity
 * @param secretKey absent exactly where the access key is
 * @param part how many bytes are sent at a time; longer artifacts go in several
 * @param timeout for an answer, and for silence within one
 */
@ConfigurationProperties("tamnas.artifacts.object-store")
public record ObjectStoreSettings(
    @Nullable URI endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    @Nullable String accessKey,
    @Nullable String secretKey,
    DataSize part,
    Duration timeout) {

  private static final String SETTING = "tamnas.artifacts.object-store.";

  /** Of the protocol, for all parts but the last. */
  private static final DataSize SMALLEST_PART = DataSize.ofMegabytes(5);

  /** A part is held in memory. */
  private static final DataSize LARGEST_PART = DataSize.ofMegabytes(512);

  public ObjectStoreSettings(
      @Nullable URI endpoint,
      @DefaultValue("us-east-1") String region,
      @Nullable String bucket,
      @DefaultValue("") String prefix,
      @DefaultValue("false") boolean pathStyle,
      @Nullable String accessKey,
      @Nullable String secretKey,
      @DefaultValue("8MB") DataSize part,
      @DefaultValue("30s") Duration timeout) {
    if (bucket == null || bucket.isBlank()) {
      throw refused("bucket", "must name the bucket for artifacts, which is there already");
    }
    requireAddress(endpoint);
    requirePrefix(prefix);
    if (region.isBlank()) {
      throw refused("region", "must not be empty; stores of one's own take any, such as us-east-1");
    }
    if (isGiven(accessKey) != isGiven(secretKey)) {
      throw refused("access-key", "and secret-key are set both or neither");
    }
    if (part.compareTo(SMALLEST_PART) < 0 || part.compareTo(LARGEST_PART) > 0) {
      throw refused("part", "must be from 5MB to 512MB, is " + part);
    }
    if (!timeout.isPositive()) {
      throw refused("timeout", "must be longer than 0, is " + timeout);
    }
    this.endpoint = endpoint;
    this.region = region;
    this.bucket = bucket;
    this.prefix = prefix;
    this.pathStyle = pathStyle;
    this.accessKey = isGiven(accessKey) ? accessKey : null;
    this.secretKey = isGiven(secretKey) ? secretKey : null;
    this.part = part;
    this.timeout = timeout;
  }

  private static boolean isGiven(@Nullable String key) {
    return key != null && !key.isBlank();
  }

  private static void requireAddress(@Nullable URI endpoint) {
    if (endpoint != null
        && (!Objects.requireNonNullElse(endpoint.getScheme(), "").matches("https?")
            || endpoint.getHost() == null)) {
      throw refused("endpoint", "must be an http or https address, is " + endpoint);
    }
    if (endpoint != null && endpoint.getUserInfo() != null) {
      throw refused("endpoint", "holds no credentials; access-key and secret-key do");
    }
  }

  private static void requirePrefix(String prefix) {
    if (!prefix.isEmpty() && (!prefix.endsWith("/") || prefix.startsWith("/"))) {
      throw refused("prefix", "ends in '/' and does not begin with it, or is empty; is " + prefix);
    }
  }

  private static IllegalArgumentException refused(String name, String why) {
    return new IllegalArgumentException(SETTING + name + " " + why);
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "s3://" + bucket + '/' + prefix + (endpoint == null ? "" : " at " + endpoint);
  }
}
