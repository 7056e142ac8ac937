package io.tamnas.search.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the metrics. The token is another one than that of the workers: who has it can read
 * and nothing else.
 *
 * @param token at least 16 characters; empty: whoever reaches the service may read them, as the API
 */
@ConfigurationProperties("tamnas.metrics")
public record MetricsSettings(@DefaultValue("") String token) {

  private static final int SHORTEST = 16;
  private static final String SCHEME = "Bearer ";

  public MetricsSettings {
    token = token.strip();
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "tamnas.metrics.token (environment: TAMNAS_METRICS_TOKEN) must be a secret of at least "
              + SHORTEST
              + " characters, or absent");
    }
  }

  /**
   * Whether a request may read them, compared in constant time.
   *
   * @param authorization its header of that name
   */
  boolean allow(@Nullable String authorization) {
    return token.isEmpty()
        || MessageDigest.isEqual(
            (SCHEME + token).getBytes(StandardCharsets.UTF_8),
            String.valueOf(authorization).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "MetricsSettings[token=…]";
  }
}
