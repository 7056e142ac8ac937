package io.tamnas.search.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * What makes a retried request recognizable.
 *
 * @param key chosen by the client, one per thing that it wants
 * @param digest SHA-256 of the body
 */
public record Request(String key, String digest) {

  private static final int LONGEST_KEY = 255;

  /**
   * A request with that key and body.
   *
   * @throws InvalidParameter where the key is empty or too long
   */
  public static Request of(String key, JsonNode document) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new InvalidParameter(
          "Idempotency-Key must have 1 to " + LONGEST_KEY + " characters, has " + key.length());
    }
    return new Request(key, digest(document));
  }

  private static String digest(JsonNode document) {
    try {
      byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
