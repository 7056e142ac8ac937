package io.tamnas.search.artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256, which is an artifact's name.
 *
 * @param text 64 hexadecimal digits in lower case
 */
public record Digest(String text) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    if (!isDigest(text)) {
      throw new IllegalArgumentException(
          "an artifact is named by 64 hexadecimal digits in lower case, not '" + text + "'");
    }
  }

  /** Whether a text is a digest. */
  public static boolean isDigest(String text) {
    return FORM.matcher(text).matches();
  }

  /** The folder that artifacts of this beginning lie in. */
  String shelf() {
    return text.substring(0, 2);
  }

  /** Where an artifact lies in its store. */
  String path() {
    return shelf() + '/' + text;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static Digest of(MessageDigest content) {
    return new Digest(HexFormat.of().formatHex(content.digest()));
  }

  @Override
  public String toString() {
    return text;
  }
}
