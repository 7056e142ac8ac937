package io.tamnas.search.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret that workers and the service share. Who has it can register as a worker, and so forge
 * measurements.
 *
 * @param token at least 16 characters
 */
@ConfigurationProperties("tamnas")
public record TokenSettings(String token) {

  private static final int SHORTEST = 16;

  public TokenSettings(@Nullable String token) {
    if (token == null || token.strip().length() < SHORTEST) {
      throw new IllegalArgumentException(
          "tamnas.token (environment: TAMNAS_TOKEN) must be set to a secret of at least "
              + SHORTEST
              + " characters; the workers need the same one");
    }
    this.token = token.strip();
  }

  @Override
  public String toString() {
    return "TokenSettings[token=…]";
  }
}
