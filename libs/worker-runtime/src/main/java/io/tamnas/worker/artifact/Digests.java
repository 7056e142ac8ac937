package io.tamnas.worker.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of streams, in lower-case hexadecimal. */
final class Digests {
  private Digests() {}

  static String of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return copy(bytes, OutputStream.nullOutputStream());
    }
  }

  /** Copies all bytes and answers their digest. */
  static String copy(InputStream from, OutputStream to) throws IOException {
    MessageDigest digest = sha256();
    new DigestInputStream(from, digest).transferTo(to);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
